/**
 * The share of the question's idf from which on one of its sentences that asks may stand for all. Chosen on 37 ways to wrap
 * questions in talk, of which 6 % make a sure answer unsure, and 10 % with .35.
 */
const minShareOfSentence = 0.25

/**
 * All numbers that shape ranking and the decision to answer, in one place. `npm run bench:search -- --ablate` measures what
 * each idea is worth, `--tune` a number; docs/tried-in-search.md says on what data. The figures in brackets are such: MRR@10 over
 * seven judged collections unless they say otherwise; "0" means that no question there shows the idea at work. What follows another
 * value of a number is what it would change. Numbers that are part of a rule of language stand with the rule, and those that only
 * cap work with what they cap.
 *
 * Units: a weight multiplies BM25 weights, a share is from 0 to 1, a gain is in units of idf.
 */
export const defaultParameters = {
  /** What lunr's index is built with. A change needs a new index, which is made by itself: its key follows this file. */
  index: {
    /** BM25's, as lunr has it: how soon more of the same counts no more (.9: -.0056; 1.5: -.0009). */
    k1: 1.2,
    /** As lunr has it: how much length takes away (.6: -.0028; .9: +.0032, which no two measures agree on). */
    b: 0.75,
    /**
     * What a term in the title counts besides: lunr's boost of its second field, the first being everything (+.0045; of talks
     * asked for by speaker and topic .037).
     */
    titleBoost: 0.5,
    /**
     * What a term counts in a transcript, in which somebody says everything once. With 3,000 words of other talks added to each
     * talk, the first is right to .87 of 251 questions; to .63 with 1, and to .78 if they count as what a person wrote.
     */
    transcriptBoost: 0.2,
  },

  /** How much of a query term each of its variants counts, and how surely it means the same (`TermVariant`). */
  variants: {
    itself: { weight: 1, certainty: 1 },
    /** `cheap` for `cheapest`, as another inflection. */
    degree: { weight: 0.85, certainty: 1 },
    /** `codebase` for `code base` (-.0012; one of 57 questions about our own notes is found only so). */
    joined: { weight: 0.9, certainty: 0.95 },
    /** `code base` for `codebase` (+.0012). */
    apart: { weight: 0.8, certainty: 0.9 },
    /** `os` and `path` for `os.path` (+.0003). */
    parts: { weight: 0.7, certainty: 0.85 },
    /** Built-in ones and the team's (+.0001). */
    synonym: { weight: 0.4, certainty: 0.85 },
    /** What is near in meaning to a word that the notes lack (own words: first +.09 to +.19, found +.12 to +.14; otherwise 0). */
    related: { weight: 0.7, certainty: 0.7 },
    /**
     * The same of a word that the notes have, if it is asked again so: other words than these may have been typed for it (own words: first
     * +.02, among the first three +.16). It says less than it ranks (of 84 that this was looked at with .2 has .863 first, .3 .877).
     */
    alsoRelated: { weight: 0.3, share: 0.2, certainty: 0.4 },
    /** All spelling: +.0257; of titles with a typo .34 more are found, .11 more come first. */
    correction: { weight: 0.8, certainty: 0.8 },
    /** So far from what was typed that something else may be meant: too little for a sure answer. */
    doubtfulCorrection: { weight: 0.6, certainty: 0.39 },
    /** What is a little farther from what was typed. */
    secondCorrection: { weight: 0.25, certainty: 0.25 },
  },

  /**
   * How much the words of the notes count that have the stem of a word, by how they belong to it (`FormRelation`): the word
   * as typed comes first. Chosen together (+.0051, nDCG@10 +.0049).
   */
  forms: {
    itself: { weight: 1, certainty: 1 },
    /** `phone` in `iPhone`. */
    part: { weight: 0.8, certainty: 0.95 },
    inflection: { weight: 0.85, certainty: 1 },
    derivation: { weight: 0.75, certainty: 0.9 },
    /** Nothing but letters in common: it ranks, since rules have exceptions, and is never an answer. */
    stranger: { weight: 0.2, certainty: 0 },
  },

  /** What a query term counts. */
  terms: {
    /** The share of its idf that a generic word (`best`, `library`) covers (-.0004; of answer keys .030 more are found). */
    genericShare: 0.3,
    /**
     * What a generic word counts in ranking (1: -.006, and of talks by tag and topic -.007; .4: -.003; the same whichever collection
     * is left out).
     */
    genericWeight: 0.6,
    /**
     * What all words count that are near in meaning to one of which the notes have nothing else, see `levelVariants` (of 84 questions in own
     * words that this was looked at with, 1: .890 first, .85: .877, by their own rarity: .822; of 168 others .662, .656, .637, but .500,
     * .506, .512 found).
     */
    nearWeight: 0.85,
    /** What a word about asking (`talk`, `information`) counts in ranking; it covers nothing (+.0075). */
    requestWeight: 0.5,
    /**
     * Whether words of everyday life are told from topics (0; .006 more of 331 unanswerable questions are not found, one of 11
     * of own words).
     */
    everydayWords: true,
    /**
     * Documents up to which a known word may be a slip of the note's writer, so that another spelling is offered (0 to 30: 0,
     * since no typo that is made is a word of the notes).
     */
    maxDocumentsOfSlip: 10,
    /** How many times as frequent the other spelling must be (20 to 100: 0). */
    minFrequencyRatioOfOffer: 50,
    /** How many terms a prefix (`deploy*`) stands for, the most frequent first (0: no question has one). */
    maxPrefixTerms: 40,
  },

  /** From how many letters on a word may be a slip of which kind. In brackets: of 300 titles with a typo, how many are found. */
  spelling: {
    /** Below, nothing is put right: short words have too many neighbours (3: 0; 5: -.010, and -.017 come first). */
    minLetters: 4,
    /** A word may have two slips (6 and 8: 0). */
    minLettersOfTwoEdits: 7,
    /** It may stand for one that is in no title, speaker's name or tag (5: -.003, and -.015 of answer keys; 7: 0). */
    minLettersOfAnyWord: 6,
    /** Its first letter may be wrong (never: -.003). */
    minLettersOfOtherStart: 5,
    /** A letter of it may be two places off (`phyton`, `pipy`; 0 and 6: no typo that is made is such a one). */
    minLettersOfMove: 4,
    /** A letter too many or too few is likelier a slip than another word (4 and 6: +.003). */
    minLettersOfSlip: 5,
    /** Another letter is likelier a slip than another word (6: +.003; 8: -.010). */
    minLettersOfOtherLetter: 7,
    /** How many words a slip may stand for, the likeliest first (1: -.010, and -.003 come first). */
    maxCorrections: 3,
    /** A shorter word that reads well may be another: what is near is offered (`rust` and `rst`; never: +.003 come first). */
    minLettersReadWell: 6,
    /** With more topics beside it, these tell what was meant (9: -.003 come first, and -.014 of own words). */
    maxTopicsAlone: 2,
    /** A name up to here with another letter is another name (`PyPI`; 0 to 9: 0). */
    maxLettersOfShortName: 6,
    /** A word may hold a name of this many letters or more, and a letter besides (`CPython`; 3, or never: 0). */
    minLettersOfNameWithin: 4,
  },

  /** How deep the ranking looks. */
  depth: {
    /** Documents that are ranked in any case; of them, long notes are scored by their best window (50 to 400: 0). */
    candidates: 100,
    /** Of these, how many are reranked by match features (20: -.0012, by CISI alone; 100 and 200: nDCG@10 +.0002). */
    reranked: 50,
    /** How many of the first a message shows, and feedback leaves where they are. */
    deciding: 3,
  },

  /**
   * What the first documents are about ranks the further ones, from the place after `deciding` to `reranked` (nDCG@10 +.0068,
   * MRR@10 -.0003, p = .66). Chosen on the seven collections; 3 to 8 documents, 15 to 40 terms and weights of .3 to .6 are within .003.
   */
  feedback: {
    /** How many of the first are read, and how many of their terms describe them. */
    documents: 5,
    terms: 25,
    /** What the document that has most of them gains, as a share of the best score; 0 to do without. */
    weight: 0.4,
  },

  /** Notes of many topics are scored by their best window of terms, like a text of its own (+.0013). */
  longNotes: {
    /** Terms from which on a note is long (about 700 words). Shorter ones lose by being split (200: -.0014; 800: -.0014). */
    minTerms: 400,
    /** How long a window is (60: -.0015; 240: -.0037). */
    windowTerms: 120,
    /** What the whole note counts beside its best window (0: -.0012; 1: +.0002). */
    wholeWeight: 0.5,
  },

  /** Neighbouring words of the question: a gain for each pair that stands side by side, in order; half of it at one (+.0083). */
  proximity: { weight: 0.2, halfCount: 1 },

  /** The gain of a document for the names that the question says: the idf of what is said, times its share of the name. */
  names: {
    /** +.0086; of titles with a typo .083 more come first. */
    title: 0.5,
    /** Of talks asked for by speaker and topic .043 more come first, of our own notes .017. */
    speakers: 0.6,
    /** Of talks asked for by tag and topic .057 more come first; with .5 another .070, but .020 fewer notes by their speaker. */
    tags: 0.25,
    /**
     * How many times as much a name counts that is said in whole (+.0020; of titles with a typo .013 more come first; 3:
     * -.0008).
     */
    wholeGain: 2,
    /**
     * A talk that leads by its names alone comes after one that covers this many times as much of a question of so few words (-.0012, by
     * two questions of ADI and CISI; of the questions about the notes .013 more come first; with 1.5 -.0008 and .009).
     */
    coverageAgainst: 1.3,
    maxWordsToCover: 8,
  },

  /**
   * The gain of the talks of an event that the question names, as a share of the question's idf (of talks asked for by topic
   * and event .070 more come first).
   */
  events: { gain: 0.5 },

  /** How surely a document is about a query term that it has in a field (0; one near miss of 37 less is taken for found). */
  certainty: {
    title: 1,
    speakers: 1,
    tags: 1,
    event: 1,
    summary: 1,
    takeaways: 1,
    heading: 0.95,
    section: 0.85,
    links: 0.85,
    followUps: 0.85,
    transcript: 0.7,
  },

  /** The share of the question's idf that a document covers: what the decision rests on. */
  coverage: {
    /**
     * What a document covers at most if no word of the question has a topic ("how does it work?"; 0; two unanswerable questions of
     * 331).
     */
    maxVague: 0.39,
    /**
     * Of the words that no document has, the n-th counts its idf divided by n to this power: five are only a wordy question (0;
     * of questions with talk around them .030 fewer are lost).
     */
    unknownDecay: 1,
    minShareOfSentence,
  },

  /**
   * How words and meaning come together, if there is a model. In brackets, if two figures: MRR@10 over six judged collections (all but
   * livemed-short) with bge-small and with minilm.
   */
  meaning: {
    /**
     * What the best score by words counts at least, in standard deviations of similarity: of weight in small corpora alone (1.8: +.0015
     * and +.0006; 3.4: +.0019 and +.0008, nDCG@10 -.0009 and -.0004).
     */
    wordWeight: 2.6,
    /**
     * And as a share of what the nearest talk reaches, which is about 3 among 56 talks and 6 among 21,715 (.6: -.0026 and -.0010; 1.1:
     * -.0094 and +.0021, nDCG@10 -.005 with both).
     */
    wordShareOfNearest: 0.85,
    /**
     * The best talk by words stays first if it covers this share of the question, and the question names it, or what would be before
     * it covers at most `clearShare` of that, or at most `moreShare` and is nearer by no more than `hardlyNearer` standard deviations. Of
     * 4,154 questions about the notes, most of them with talk around them, 30 more (minilm) and 19 (bge-small) have the right talk
     * first than if it had to be named or alone, and none fewer (never: -.0009 and -.0016; a `leadCoverage` of .5: +.0013 and -.0036; of
     * .9: -.0011 and -.0007).
     */
    leadCoverage: 0.7,
    clearShare: 0.4,
    moreShare: 0.9,
    hardlyNearer: 0.8,
    /** How many of the nearest talks are ranked, whatever words they have (20 and 200: 0). */
    candidates: 50,
    /**
     * How many talks are listed for their similarity alone at most, and the share of the nearest one's deviations that each
     * has (0: only what is listed, and no question's first ten change with 0 or 30 of them).
     */
    maxListed: 10,
    listedShare: 0.4,
    /**
     * Beside a talk: what the one that resembles it most by key terms counts, as a share of what the nearest reaches (nDCG@10 of “Talks
     * like one” with .25: +.0010 and -.0023; with 1: -.0107 and -.0056; 0: -.0091 and -.0152).
     */
    similarWordShare: 0.5,
    /**
     * From how many deviations on, and from which share of the nearest one's, a talk is near another in meaning: of ten that are listed 9.7
     * (2.5 deviations: 7.0; a share of .25: 10; of .75: 6.4).
     */
    minSimilar: 1.5,
    similarShare: 0.5,
    /** By how much the talk that leads is before the nearest one: enough to be before it, and any number would do. */
    leadOver: 0.01,
    /**
     * What of a talk counts in how near it is: all of it, its nearest passage, and the next one (all of it alone: -.0052 and -.0049; the
     * nearest passage alone: -.0052 and -.0024; without the next: -.0033 and -.0013).
     */
    shares: { whole: 0.3, nearest: 0.5, next: 0.2 },
    /**
     * How many standard deviations above the mean of what questions on other subjects reach counts as chance. Of questions whose
     * words no talk has, .94 (minilm) and all (bge-small) of those that the notes answer lie above, and .16 and .45 of the others.
     */
    deviationsOfChance: 0.4,
  },

  /** Talks like one, by its key terms. In brackets: nDCG@10 of “Talks like one” in docs/benchmarks.md. */
  similar: {
    /** How many of its terms describe a talk, the weightiest first (25: nDCG@10 -.0096; 100: +.0003). */
    maxKeyTerms: 50,
    /**
     * What a term counts beside one of the title, the speakers or the tags: it may only be the writer's habit (.1: -.0020; .6:
     * -.0049; 1: -.0138).
     */
    otherTermWeight: 0.3,
    /**
     * Below this share of a talk's key terms, another has only everyday words in common with it. Of a thousand documents 72 are
     * listed, with .37 of those that are alike (.05: 277 and .64; .2: 8 and .13).
     */
    minResemblance: 0.1,
  },

  /**
   * Which sentences of a talk are quoted. In brackets: of 196 questions with an answer key (the misses of 66 were looked at, 130
   * were written by somebody who did not know the method), how many fewer are answered without the idea.
   */
  quotation: {
    /** What a generic word (7) and a word about asking (1) count beside a topic: they may tell which sentence is meant. */
    genericShare: 0.5,
    requestShare: 0.3,
    /** What a word of the talk's title or its speakers' names counts: all of the talk is about it (5). */
    nameShare: 0.4,
    /**
     * What it counts at most beside the weightiest of the other words, when sentences are chosen (by eye: what “how do they deploy at
     * Gidsy” is answered with; of the judged questions, 0).
     */
    maxNameShare: 0.5,
    /** How much less a word counts that all passages of the talk have, and what it counts at least (9). */
    commonness: 1.4,
    minLocalShare: 0.1,
    /** What a sentence gains of the words that only its passage has or the passage before it (5), or its heading (2). */
    passageShare: 0.45,
    headingShare: 0.8,
    beforeShare: 0.2,
    /**
     * What a sentence gains by a thing of the kind asked for, a number for “how many”: a share of what the word that tells most
     * counts (8).
     */
    thingGain: 0.8,
    /** What a sentence of a transcript counts: what a person wrote is quoted before it. */
    transcriptShare: 0.5,
    /**
     * How many passages are looked into, those first that may have most: to split them into sentences takes longest (6: 1; 24:
     * 0).
     */
    maxPassages: 12,
    /** How many sentences are quoted at most (32 with one). */
    maxSentences: 3,
    /** From which share of the best one's score on another is quoted (0: 0; .5: 2). */
    minShareOfBest: 0.3,
    /** The share of its words that a further sentence may have in common with one before it (.4: 1; 1: 0). */
    maxRepeated: 0.6,
    /** Items up to this length (UTF-16 units) are quoted whole (1; 480: 0). */
    maxWholeItem: 240,
    /** Lead-ins up to this length go with their items, so that these can be understood (0 to 320: 0). */
    maxLeadIn: 160,
    /**
     * With a model: if the best sentence supports the question less than this, the passage nearest in meaning is quoted
     * (without one, 0).
     */
    meaningBelow: 0.15,
    minShareOfSentence,
    /** A talk has a word of which it has this share: more than what is near to it in meaning is (`alsoRelated`). */
    minShareOfWord: 0.21,
    /** How to do what a talk has no word for is told by a quotation that has this share of the question. */
    minShareOfUnsaidAct: 0.3,
    /** A word of the title is a subject from this share of the idf of a word that no note has: nobody has notes “on test”. */
    minRarityOfSubject: 0.6,
    /**
     * A question names a talk that says this share of its title's words, and hardly anything else: the title is this share of
     * it.
     */
    minShareOfTitle: 0.6,
    /** A title of fewer words is a word, and names no talk in a question (1 and 3: 0). */
    minTitleWords: 2,
    /** From which share of capitals on all words are written so, and a capital tells no name (never: 0). */
    maxShareOfCapitals: 0.6,
    /**
     * How many words may stand between a number and what it counts: `some 30 of the small tools` (0: 6 fewer are found; 20: 0).
     */
    maxWordsToCounted: 4,
  },

  /** What is said to a question: by coverage and by what the quotation says, since scores mean nothing outside of one answer. */
  decision: {
    /**
     * The coverage that a sure answer has at least, in the smaller and in the larger of two corpora (among few, of own words found and
     * near misses not found: .3: +.041 and -.027; .5: -.096 and 0; among many, of titles with a typo found and other subjects not found:
     * .45: +.017 and -.006; .65: -.047 and +.003).
     */
    foundAmongFew: 0.4,
    foundAmongMany: 0.55,
    /** How many talks these two have. */
    few: 56,
    many: 21_715,
    /**
     * The confidence from which on a talk answers the question: see `confidenceOf`, about 0 to 3. Chosen on the curve of `hallway eval
     * --curve` so that nine in ten of 196 answerable questions are found, and about a quarter of 127 near misses (1.2: +.02 and +.06;
     * 1.38: -.02 and -.05). In brackets: what the area under that curve (.87 and .84 on two sets) loses without.
     */
    minConfidence: 1.28,
    /**
     * What confidence has in place of the quotation's share if the question names nothing of its talk: this, what it gains if the talk is
     * as far ahead of all others as can be, and a part of that share. Of 128 questions in own words 50 rather than 44 are rightly found,
     * and of 411 whose talks are taken away 90 rather than 93 wrongly (.05: 45 and 84; .15: 50 and 97; a lead of .3: 46 and 86; of .7: 50 and
     * 93; no share: 46 and 79; all of it: 50 and 103).
     */
    ofDescribed: 0.1,
    leadOfDescribed: 0.5,
    shareOfDescribed: 0.2,
    /**
     * Of an unsure answer, sentences are quoted that have this share of what the question says, or else what the talk is about: by eye,
     * on 80 unsure answers about the project's notes.
     */
    minShareQuoted: 0.4,
    /** The words from which on a question is long: many of them tell circumstances, which no note has (.03). */
    wordsOfLongQuestion: 8,
    /** What confidence loses by a thing (.04) or a name (.01) that is asked for and is not there. */
    lackingPenalty: 1,
    /**
     * What it loses if no note has the word that a question of so few words asks about: its last (of 104 questions without an answer
     * .010 more are not found, and of 447 with one none fewer are; 5 words: .001 fewer), or the kind of thing that it asks for (of 352 of
     * the form “which editor does Ada Pier use?” 25 were taken as answered rather than 85, and of 526 with an answer none fewer, before words that fit anything were left out).
     */
    unknownPenalty: 0.5,
    wordsOfShortQuestion: 3,
    /** What it loses if the talk has nothing of what is asked beside its names (.005). */
    onlyNamePenalty: 0.5,
    /**
     * Below this coverage, what a talk has in common with the question is chance (0: of titles with a typo -.007 are found; .4:
     * -.017 come first).
     */
    minCoverage: 0.3,
    /**
     * A talk is listed that covers this share of what the best one covers. So 5.6 % of the collections' documents are, and 66 % of
     * those that answer; with .2 11 % and 75 %, with .6 2.8 % and 51 %.
     */
    listedShare: 0.4,
    /** The same for talks that are not reranked, by the bound of their coverage (.5: 6.2 % and 67 %; 1: 5.6 % and 66 %). */
    listedShareOfBound: 0.75,
    /**
     * The same for a topic within a programme (“what's on about testing on Tuesday?”), and of links about it: such a list leaves more
     * out than one of what there is. Not measured: no judged question asks for one.
     */
    listedShareOfTopic: 0.7,
    /**
     * A talk fits nearly as well as the first, and is shown beside it, that has these shares of its coverage and its score (0: no figure
     * tells how many talks a message shows).
     */
    nearCoverage: 0.9,
    nearScore: 0.6,
    /**
     * Phrases in quotes are kept to if the talks that say them cover this share of what the best of all talks covers. In a
     * question in plain words, quotes may only quote: then its words are searched for (0 to .9: 0, since no judged question quotes so).
     */
    minShareOfPhrases: 0.6,
    /**
     * In a text of more topics, pasted as a question, phrases in quotes are not kept to at all (+.0038: five of CISI's
     * questions).
     */
    maxTopicsOfPhrases: 20,
  },

  /** What is offered to ask instead. */
  suggestions: {
    /**
     * A tag is spelled like a word from this resemblance on: Dice's coefficient of their pairs of letters. Of 1,420 tags with a typo .80
     * are offered, and of 98 words of other subjects .06 get one; with .6 .93 and .12, with .8 .52 and .01.
     */
    minResemblanceOfTag: 0.7,
    /** Words of fewer letters begin too many names (not measured: it is of what is offered alone). */
    minLettersOfBeginning: 3,
    /** What is less of the word that it begins, as `bot` of “bottlenecks”, is rather another word (not measured, as above). */
    minShareOfBeginning: 0.5,
  },
}

export type RankingParameters = DeepReadonly<typeof defaultParameters>

type DeepReadonly<Value> = Value extends object
  ? { readonly [Key in keyof Value]: DeepReadonly<Value[Key]> }
  : Value
