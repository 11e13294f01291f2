"""Speed, told as ratios: the CPU that a server spends on a page, beside that of a bare page in the same run."""
