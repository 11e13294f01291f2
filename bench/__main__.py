"""Measure and print. Every goal is a ratio to a baseline of the same run, so a slow machine changes nothing."""

from bench import baselines


def main() -> None:
    bare = baselines.measure()
    print("CPU of the server for one request\n")
    for name, cost in bare.items():
        print(f"{name:<20}{cost:8.2f} ms")


if __name__ == "__main__":
    main()
