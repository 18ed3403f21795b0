"""Contractions and what is run together, spelt out: "can't" is "can not", "gonna" is "going to".

Flows in: one word, lower case, with a plain apostrophe. Flows out: the words it stands for.
"""

from typing import Final

from sparring.speech_acts.phrases.lexicon import word_set

SHORTHAND: Final = {
    "thurs": "thursday", "thur": "thursday", "thu": "thursday", "tues": "tuesday", "tue": "tuesday", "weds": "wednesday",
    "fri": "friday", "w": "with", "wk": "week", "wks": "weeks", "appt": "appointment", "addr": "address",
    "bg": "background", "rn": "nurse", "rns": "nurses", "pls": "please", "plz": "please", "ppl": "people", "abt": "about",
    "yr": "year", "yrs": "years", "bro": "brother", "sis": "sister", "hubby": "husband", "tmw": "tomorrow",
    "ltc": "long term care", "nite": "night", "nites": "nights", "b4": "before", "wld": "would", "cld": "could", "shld": "should", "asst": "assessment", "doc": "doctor",
}  # fmt: skip
"""How people write who write no more than they must."""
CONTRACTED: Final = SHORTHAND | {
    "n't": "not", "can't": "can not", "won't": "will not", "shan't": "shall not", "ain't": "is not", "let's": "let us",
    "y'all": "you", "ma'am": "ma'am", "o'clock": "o'clock", "cannot": "can not", "gonna": "going to",
    "wanna": "want to", "gotta": "got to", "kinda": "kind of", "sorta": "sort of", "lemme": "let me",
    "gimme": "give me", "dunno": "do not know", "whatcha": "what are you", "dont": "do not", "cant": "can not",
    "wont": "will not", "im": "i am", "ive": "i have", "youre": "you are", "youve": "you have", "youll": "you will",
    "theyre": "they are", "theyve": "they have", "theyll": "they will", "weve": "we have", "thats": "that is",
    "whats": "what is", "hes": "he is", "shes": "she is", "theres": "there is", "wheres": "where is",
    "hows": "how is", "whos": "who is", "didnt": "did not", "doesnt": "does not", "isnt": "is not",
    "wasnt": "was not", "werent": "were not", "wouldnt": "would not", "couldnt": "could not",
    "shouldnt": "should not", "havent": "have not", "hasnt": "has not", "arent": "are not", "its": "it is",
    "ok": "okay", "alright": "all right", "goodbye": "good bye", "tmrw": "tomorrow", "mins": "minutes",
    "min": "minute", "hrs": "hours", "hr": "hour", "thx": "thanks", "ur": "your", "u": "you", "anymore": "any more",
    "healthcare": "health care", "homecare": "home care", "inhome": "in home", "voicemail": "voice mail",
    "followup": "follow up", "backup": "back up", "backups": "back ups", "mum": "mom", "mum's": "mom's",
    "till": "until", "cuz": "because", "cause": "because", "apologise": "apologize", "summarise": "summarize",
    "y'all're": "you are", "em": "them", "reckon": "think", "lets": "let us", "youd": "you would", "theyd": "they would",
    "yall": "you", "y'all's": "your", "yalls": "your", "ya": "you", "oughta": "ought to", "hafta": "have to",
    "tryna": "trying to", "d'you": "do you", "d'ya": "do you", "outta": "out of", "imma": "i am going to",
    "nobodys": "nobody is", "somebodys": "somebody is", "everybodys": "everybody is", "everythings": "everything is",
    "itll": "it will", "thatll": "that will", "mustve": "must have", "shouldve": "should have",
    "wouldve": "would have", "couldve": "could have", "mightve": "might have", "moms": "mom's", "dads": "dad's",
    "husbands": "husband's", "wifes": "wife's", "oclock": "o'clock", "bout": "about", "mister": "mr", "missus": "mrs",
    "favour": "favor", "favours": "favors", "favourite": "favorite", "neighbour": "neighbor", "neighbours": "neighbors",
}  # fmt: skip
_CARRIERS: Final = word_set(
    """i you he she it we they that this there here what who how where when why which mom dad everything anyone"""
)
_ENDINGS: Final = {"'re": "are", "'ve": "have", "'ll": "will", "'m": "am", "'d": "would"}


def word_forms(raw: str) -> list[str]:
    """The words that `raw` stands for, itself where it is nothing but a word."""
    if raw in CONTRACTED:
        return CONTRACTED[raw].split()
    if "'" not in raw:
        return [raw]
    if raw.endswith("n't"):
        return [raw[:-3], "not"]
    stem, _, ending = raw.rpartition("'")
    if (spelt := _ENDINGS.get("'" + ending)) and stem:
        return [stem, spelt]
    if ending == "s" and stem in _CARRIERS and stem not in ("mom", "dad"):
        return [stem, "is"]
    return [raw]
