"""Trouble that a person can hear about and act on."""


class KioskError(Exception):
    """Trouble that the person can hear about; `key` names its sentence in assets/texts, `detail` fills it."""

    def __init__(self, key: str, **detail: str) -> None:
        super().__init__(key, detail)
        self.key = key
        self.detail = detail
