"""Makes the voices that Sparring ships: recipes in; weights, their catalogue entry and `PROVENANCE.json` out.

    uv run --group lab python -m tools.voice_lab.build [--work FOLDER] [--sentences N] [--prove-only] [VOICE ...]

Renders the teacher (about a second for each second of speech on one core; what is rendered is kept in the work folder),
trains (one to two minutes a voice), measures, and writes. Nothing is written when one voice fails its proof.
"""

import argparse
import sys
from pathlib import Path

from tools.voice_lab.envelope import from_pcm
from tools.voice_lab.proof import Figures, Judge, failures, table
from tools.voice_lab.provenance import Made, write_all
from tools.voice_lab.recipe import Recipe, read_recipes, read_sentences
from tools.voice_lab.teacher import Teacher, rendered
from tools.voice_lab.training import train

from sparring.adapters.catalogue import checked_file, load_catalogue
from sparring.adapters.voice.local.conversion import Conversion
from sparring.adapters.voice.local.hibari_engine import HEART, MODEL_FILE, MODEL_ID, HibariEngine, shipped_conversions
from sparring.adapters.voice.local.model import SpeechModel
from sparring.adapters.voice.local.speech import spoken
from sparring.adapters.voice.people import PEOPLE
from sparring.errors import VoiceFailed


def main(arguments: list[str]) -> int:
    """0 when every voice was made and proven, 1 otherwise."""
    options = _options(arguments)
    options.work.mkdir(parents=True, exist_ok=True)
    model = SpeechModel(checked_file(load_catalogue().model(MODEL_ID), MODEL_FILE, failed=VoiceFailed))
    judge = Judge(options.work)
    wanted = [recipe for recipe in read_recipes() if not options.voices or recipe.id in options.voices]
    made = [] if options.prove_only else [_made(model, judge, recipe, options) for recipe in wanted]
    figures = _proven(HibariEngine(model, _conversions(made)), judge)
    print(table(figures))
    wrong = failures(figures, {person.id: person.gender for person in PEOPLE})
    if wrong:
        print("\n".join(wrong), file=sys.stderr)
        return 1
    write_all(made, figures)
    return 0


def _conversions(made: list[Made]) -> dict[str, Conversion]:
    """Everyone: as made now, and as shipped for the rest."""
    new = {one.recipe.id: one.trained.conversion for one in made}
    everyone = {person.id for person in PEOPLE}
    return {"heart": HEART} | new if everyone <= {"heart", *new} else shipped_conversions() | new


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Make the voices that Sparring ships.")
    parser.add_argument("voices", nargs="*", help="ids from recipes.json; all when none is given")
    parser.add_argument("--work", type=Path, default=Path(".voice-lab"), help="folder for materials and renderings")
    parser.add_argument("--prove-only", action="store_true", help="measure the shipped voices again, make none")
    parser.add_argument("--sentences", type=int, help="train on this many sentences instead of all")
    return parser.parse_args(arguments)


def _made(model: SpeechModel, judge: Judge, recipe: Recipe, options: argparse.Namespace) -> Made:
    sentences = read_sentences("training_sentences.txt")[: options.sentences]
    teacher = Teacher(options.work, model, recipe.style)
    sounds = rendered(teacher, sentences, options.work / "rendered" / "+".join(recipe.style))
    print(f"{recipe.id}: {len(sounds)} sentences rendered, training", flush=True)
    trained = train(model, recipe, sentences, sounds)
    print(f"{recipe.id}: validation r2 {trained.validation_r2:.2f}", flush=True)
    return Made(recipe, trained, len(sentences), judge.vector(sounds[:24]), options.work)


def _proven(engine: HibariEngine, judge: Judge) -> dict[str, Figures]:
    """Every voice says the evaluation sentences, none of which it was trained on."""
    sentences = read_sentences("evaluation_sentences.txt")
    figures = {}
    for card in engine.voices():
        lines = [
            b"".join(clause.pcm for clause in spoken(engine, sentence, voice_id=card.id, mood="neutral"))
            for sentence in sentences
        ]
        figures[card.id] = judge.figures(sentences, [from_pcm(line) for line in lines])
        print(f"{card.id}: {figures[card.id].words_wrong_percent:.1f}% of words wrong", flush=True)
    return figures


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
