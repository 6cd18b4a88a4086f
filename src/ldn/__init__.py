"""A Tenth of the Dose: the pharmacology, evidence, interactives and questions that the lessons call."""

__version__ = "0.1.0"
