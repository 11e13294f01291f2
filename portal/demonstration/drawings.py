"""Pictures of homes, drawn by ourselves: simple fronts and rooms, two dozen in all."""

from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw

SIZE = (960, 720)
SKY, GRASS, PAVING, GLASS, DARK = "#cfe3f2", "#7fa66a", "#b9b4ab", "#9fc3d9", "#3b3f46"
BRICKS = ("#b5694c", "#c9a27e", "#8f5a4a", "#d8d2c4", "#a8553f", "#c4b199")
DOORS = ("#1f5c7a", "#7a1f2b", "#2f6b3a", "#4a3b6b", "#b3832d", "#22262b")
WALLS = ("#efe7d8", "#dfe8e3", "#e9e1ec")
FLOORS = ("#b08b62", "#9a9a96", "#8b6a4d")
SOFAS = ("#6f7f5f", "#7c5c6c", "#4f6d8a")

FRONTS = ("terrace", "semi", "flats", "cottage")
ROOMS = ("living room", "kitchen", "bedroom", "bathroom")

Pen = ImageDraw.ImageDraw


def front_names() -> list[str]:
    """Every front: four kinds of house in three colours."""
    return [f"{kind} {number}" for kind in FRONTS for number in range(3)]


def room_names() -> list[str]:
    """Every room: four kinds in three colours."""
    return [f"{kind} {number}" for kind in ROOMS for number in range(3)]


@cache
def draw(name: str) -> bytes:
    """The picture of that name as a JPG. The same name gives the same bytes."""
    kind, _, number = name.rpartition(" ")
    picture = Image.new("RGB", SIZE, SKY if kind in FRONTS else WALLS[int(number)])
    DRAWN[kind](ImageDraw.Draw(picture), int(number))
    out = BytesIO()
    picture.save(out, "JPEG", quality=80)
    return out.getvalue()


def window(pen: Pen, x: int, y: int, wide: int = 110, high: int = 120) -> None:
    pen.rectangle((x, y, x + wide, y + high), fill=GLASS, outline="white", width=8)
    pen.line((x + wide // 2, y, x + wide // 2, y + high), fill="white", width=6)
    pen.line((x, y + high // 2, x + wide, y + high // 2), fill="white", width=6)


def ground(pen: Pen) -> None:
    pen.rectangle((0, 560, 960, 720), fill=GRASS)
    pen.rectangle((0, 650, 960, 720), fill=PAVING)


def door(pen: Pen, x: int, colour: str) -> None:
    pen.rectangle((x, 400, x + 90, 562), fill=colour, outline="white", width=6)
    pen.ellipse((x + 68, 480, x + 78, 490), fill="#e6c96b")
    pen.polygon([(x + 5, 560), (x + 85, 560), (x + 130, 720), (x - 40, 720)], fill=PAVING)


def terrace(pen: Pen, number: int) -> None:
    ground(pen)
    for house in range(3):
        x = house * 320
        pen.rectangle((x, 210, x + 320, 560), fill=BRICKS[(number + house) % 6])
        pen.polygon([(x, 210), (x + 160, 110), (x + 320, 210)], fill=DARK)
        window(pen, x + 40, 250)
        window(pen, x + 180, 250)
        window(pen, x + 40, 410)
        door(pen, x + 190, DOORS[(number + house) % 6])


def semi(pen: Pen, number: int) -> None:
    ground(pen)
    pen.rectangle((140, 230, 820, 560), fill=BRICKS[number])
    pen.polygon([(100, 230), (260, 100), (700, 100), (860, 230)], fill="#6b3d33")
    pen.rectangle((440, 60, 520, 130), fill=BRICKS[number + 1])
    for x in (190, 650):
        window(pen, x, 260)
        window(pen, x, 410, 120, 130)
    door(pen, 350, DOORS[number])
    door(pen, 520, DOORS[number + 3])


def flats(pen: Pen, number: int) -> None:
    ground(pen)
    pen.rectangle((170, 80, 790, 560), fill=BRICKS[number + 3])
    pen.rectangle((150, 60, 810, 90), fill=DARK)
    for storey in range(3):
        for column in range(4):
            window(pen, 205 + column * 145, 110 + storey * 140, 95, 90)
    pen.rectangle((430, 450, 530, 562), fill=DOORS[number], outline="white", width=6)
    pen.polygon([(440, 560), (520, 560), (600, 720), (360, 720)], fill=PAVING)


def cottage(pen: Pen, number: int) -> None:
    ground(pen)
    pen.rectangle((230, 290, 730, 560), fill=WALLS[number])
    pen.polygon([(190, 290), (480, 110), (770, 290)], fill=DARK)
    window(pen, 280, 380)
    window(pen, 570, 380)
    door(pen, 435, DOORS[number + 1])
    pen.ellipse((40, 300, 220, 500), fill="#5f8a52")
    pen.rectangle((118, 470, 142, 562), fill="#6d4c36")


def floor(pen: Pen, number: int) -> None:
    pen.rectangle((0, 520, 960, 720), fill=FLOORS[number])
    pen.rectangle((0, 505, 960, 522), fill="white")
    window(pen, 600, 120, 240, 240)


def living_room(pen: Pen, number: int) -> None:
    floor(pen, number)
    pen.rounded_rectangle((90, 390, 520, 620), 30, fill=SOFAS[number])
    pen.rounded_rectangle((60, 460, 140, 640), 24, fill=SOFAS[number])
    pen.rounded_rectangle((470, 460, 550, 640), 24, fill=SOFAS[number])
    pen.rectangle((180, 160, 430, 300), fill="white", outline="#6d4c36", width=12)
    pen.ellipse((620, 600, 860, 680), fill="#8a6a4a")


def kitchen(pen: Pen, number: int) -> None:
    floor(pen, number)
    for unit in range(5):
        x = 40 + unit * 180
        pen.rectangle((x, 420, x + 170, 620), fill="white", outline=SOFAS[number], width=6)
        pen.line((x + 130, 450, x + 130, 490), fill=DARK, width=6)
    pen.rectangle((30, 395, 945, 425), fill=FLOORS[(number + 1) % 3])
    for unit in range(3):
        pen.rectangle((40 + unit * 180, 110, 205 + unit * 180, 280), fill="white", outline=SOFAS[number], width=6)
    pen.rectangle((410, 425, 570, 615), fill=DARK)
    pen.rectangle((435, 470, 545, 570), fill="#5b616b")


def bedroom(pen: Pen, number: int) -> None:
    floor(pen, number)
    pen.rectangle((110, 330, 170, 660), fill="#6d4c36")
    pen.rounded_rectangle((150, 450, 640, 650), 20, fill=SOFAS[number])
    pen.rounded_rectangle((170, 410, 320, 490), 20, fill="white")
    pen.rectangle((700, 460, 830, 640), fill="#8a6a4a", outline=DARK, width=5)


def bathroom(pen: Pen, number: int) -> None:
    floor(pen, number)
    for row in range(6):
        pen.line((0, row * 85, 960, row * 85), fill="white", width=3)
    pen.rounded_rectangle((60, 430, 540, 640), 50, fill="white", outline="#c8c8c8", width=6)
    pen.rectangle((600, 440, 720, 640), fill="white", outline="#c8c8c8", width=6)
    pen.rounded_rectangle((760, 500, 900, 660), 40, fill="white", outline="#c8c8c8", width=6)
    pen.line((110, 430, 110, 370, 170, 370), fill="#9aa1a8", width=12)


DRAWN = {
    "terrace": terrace,
    "semi": semi,
    "flats": flats,
    "cottage": cottage,
    "living room": living_room,
    "kitchen": kitchen,
    "bedroom": bedroom,
    "bathroom": bathroom,
}
