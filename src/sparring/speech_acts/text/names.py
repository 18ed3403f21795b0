"""Which words can be names: of people, because they are common first names; of nobody, because they mean something else.

A recogniser gives no capitals, so a name is told by the word itself, or by what stands around it.
"""

import re
from typing import Final

from sparring.speech_acts.phrases.lexicon import COMMON, word_set
from sparring.speech_acts.text.text_word import TextWord

FIRST_NAMES: Final = word_set(
    """aaron abby adam adele alan albert alex alexis alice alicia alison allison amanda amber amy ana andrea andrew
    andy angela angelica angie anita ann anna anne annie anthony antonio april arlene art arthur ashley audrey
    barb barbara ben benjamin bernadette bernice beth bethany betty beverly bill bob bobby bonnie brad brandon
    brenda brian bridget brittany bruce bryan caitlin calvin cameron camila carl carla carlos carmen carol
    caroline carolyn carrie catherine cathy cecilia charlene charles charlotte chelsea cheryl chloe chris
    christian christina christine christopher cindy claire clara claudia colleen connie courtney craig crystal
    curtis cynthia daisy dale dan dana daniel danielle darlene darren dave david dawn deb deborah debra denise
    dennis derek diana diane diego dolores don donald donna doris dorothy doug douglas earl eddie edith edward
    eileen elaine eleanor elena eli elijah elizabeth ella ellen emily emma eric erica erin ernest esther ethan
    ethel eugene eva evelyn florence frances francis francisco frank fred gabriel gabriela gail gary george gerald
    geraldine gina ginny glen glenda gloria gordon grace greg gregory gwen hannah harold harriet harry hazel
    heather heidi helen henry holly howard ian ida irene isaac isabel isabella jack jackie jacob jacqueline jaime
    jake james jamie jan jane janet janice jared jasmine jason jay jean jeanne jeff jeffrey jen jenna jennifer
    jenny jeremy jerry jesse jessica jill jim jimmy jo joan joanne joe joel john johnny jon jonathan jordan jorge
    jose joseph josh joshua joy joyce juan juanita judith judy julia julian julie june justin kara karen kate
    katherine kathleen kathy katie kayla keith kelly ken kenneth kevin kim kimberly kristen kristin kristina kurt
    kyle larry laura lauren laurie lawrence leah lee leo leon leonard leslie lewis lillian lily linda lisa liz
    lois lora loretta lori lorraine louis louise lucas lucia lucille lucy luis luke lydia lynn mabel madison mae
    maggie manuel marc marcia marcus margaret maria marian marie marilyn mario marion marjorie mark marlene marsha
    martha martin marvin mary matt matthew maureen max maxine megan melanie melissa melvin mercedes michael
    michele michelle miguel mike mildred minnie miranda mitchell molly monica monique morgan myra nancy naomi
    natalie natasha nathan neil nicholas nick nicole nina noah nora norma norman olga olivia oscar owen pam pamela
    pat patricia patrick patty paul paula pauline pedro peggy penny pete peter phil philip phyllis priya rachel
    ralph ramona randy ray raymond rebecca renee rhonda ricardo richard rick rita rob robert roberta robin rodney
    roger ron ronald rosa rose rosemary roy ruben ruby russell ruth ryan sabrina sally sam samantha samuel sandra
    sandy sara sarah scott sean sergio shannon sharon shawn sheila shelly sherry shirley sofia sonia sophia sophie
    stacy stanley stella stephanie stephen steve steven stuart sue susan suzanne sylvia tamara tammy tanya tara
    ted teresa terry theresa thelma thomas tiffany tim timothy tina todd tom tommy toni tony tracy travis troy
    tyler valerie vanessa vera veronica vicki victor victoria vince vincent viola violet virginia vivian walter
    wanda warren wayne wendy wesley will william willie wilma yolanda yvonne zachary zoe gladys agnes bertha opal
    pearl beatrice constance eunice fern geneva gertrude henrietta hilda iris ivy josephine lena leona lorene
    maude muriel myrtle nellie patsy rosalie sadie selma velma winifred wilbur clarence chester clyde edgar elmer
    floyd gilbert gus herbert herman homer hugh irving lester lloyd luther milton otto percy roland rudy sidney
    stan theodore vernon virgil wallace ava mia aisha jada malik keisha tamika latoya guadalupe lupe marisol
    alejandro javier luz mei anh minh anjali deepa raj arjun sanjay fatima omar ahmed mohammed ali leila noor amara kwame tasha"""
)  # fmt: skip
NO_NAMES: Final = COMMON | word_set(
    """calling speaking with from again here just also sorry glad happy sure not going looking trying hoping
    wondering very really so great good okay fine well back ready afraid worried today tomorrow now home care
    agency office available concerned curious interested able aware thinking saying asking hearing reaching
    following checking right wrong happening important difficult hard tough late early new old free paid non
    medical truly honestly thank thanks yes no too still always never only exactly because where how why whether
    its it's always returning nurse caregiver manager owner director coordinator assistant daughter son wife
    husband mother father responsible required talking something someone everything anything nothing what's over under
    licensed insured local near based family private there's emergency"""
)
NO_AGENCY_NAMES: Final = word_set(
    """yeah yes okay so well our one a an two few question questions about quick an idea update any some other
    another most many need needs want use like private good great their those these including provide provides
    offer offers do does non medical quality ongoing long term short live every each more much"""
)
TITLES: Final = word_set("mr mrs ms miss dr")
GREETINGS: Final = word_set("hi hello hey good day morning afternoon evening thanks thank you for calling")
_NAME_PART: Final = re.compile(r"[^\W\d_]+")


def name_parts(name: str) -> tuple[str, ...]:
    """The words of a name that can be used alone: "Mrs. Rosa Alvarez" is "rosa" and "alvarez"."""
    return tuple(part for part in _NAME_PART.findall(name.lower()) if part not in TITLES)


def is_first_name(word: TextWord) -> bool:
    """Whether it is one of the common ones."""
    return word.text in FIRST_NAMES


def may_be_name(word: TextWord) -> bool:
    """Whether nothing else is known of it than that it is a word: a surname or a rare name is in no list."""
    return word.text not in NO_NAMES and word.text not in NO_AGENCY_NAMES and word.text.isalpha()
