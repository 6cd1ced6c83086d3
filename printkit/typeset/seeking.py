"""Seeking by trial: the greatest number that holds, from a good guess on."""

from collections.abc import Callable

# A number of words is near enough where it is too small by less than one in so many.
_NEAR = 64


def greatest(
    holds: Callable[[int], bool], most: int, guess: int, step: int = 1, near: int = _NEAR
) -> int:
    """Give the greatest number up to `most` that holds; 0 is taken to.

    From the guess on, steps double until one number holds and a greater one does not; what is
    between them is halved. The number that is given has been tried; one above `near` may be too
    small by one in so many.
    """
    low, high = 0, most + 1
    number = min(max(guess, 1), most)
    while high - low > 1 + low // near:
        if holds(number):
            low, number = number, number + step if high > most else 0
        else:
            high, number = number, number - step if low == 0 else 0
        step *= 2
        if not low < number < high:
            number = (low + high) // 2
    return low
