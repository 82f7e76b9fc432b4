import type { FilterField, Sort } from '../../search/query/query.ts'
import { roleOf } from '../../search/query/word-roles.ts'
import type { Listed } from './listing.ts'

/**
 * The words of questions that want a list or a count: folded and without apostrophes, phrases with blanks, collected by
 * hand for this project.
 */

/** All phrases of these lists: few words of a question begin one. */
const everyPhrase = new Set<string>()

/** Whoever says these wants a list, whatever else is said. */
export const listing =
  phrases(`list|lists|list of|list me|list out|enumerate|all|all of|every|each|complete list of
  |full list of|overview of|an overview of`)

/** Whoever says these wants a number. */
export const counting = phrases(`how many|number of|total number of|count|count of|amount of|number|total`)

/** May want a list: the rest of the question decides. */
export const asking =
  phrases(`what|which|who|whats|whos|show|show me|show us|give|give me|give us|tell me|tell us|name|get
  |get me|are there|were there|is there|do you have|do we have|have you got|see|view|display|print|browse|any`)

/** Hold such a question together, besides the words that hold any together (`isFiller`). */
const fillerPhrases =
  phrases(`comes up|come up|came up|know|cover|offer|have|hold|contain|include|mention|name|covered|included|listed|mentioned|given|held
  |happened|available|exist|exists|existing|complete|full|entire|whole|different|distinct|unique|various|known|possible
  |names|see|want|choose|ask|please|hallway|notes|corpus|collection|database|archive|total|count|counts|number|number of talks
  |many|alphabetically|used|spoke|spoken|speak|speaks|talk|talked|present|presented|gave talks|gave a talk
  |of the conference|at the conference|of the event|of the notes|of them all|of all time`)

/** Change what is asked, and so never only hold a question together. */
const telling =
  phrases(`not|no|nor|neither|none|never|without|except|but|than|more|less|least|fewer|how|why|when|where|while
  |if|unless|whether|or|should|must|need|needs|ought|might|because|versus|vs|between|against|near|same|such|other|others
  |another|enough|instead|only|dont|doesnt|didnt|cannot|cant|wont|isnt|arent|wasnt|werent`)

/** Whether a phrase adds nothing to what is asked for. */
export function isFiller(phrase: string): boolean {
  return fillerPhrases.has(phrase) || (roleOf(phrase) === 'grammar' && !telling.has(phrase))
}

/** Whether a phrase says anything about lists. */
export const isOfLists = (phrase: string): boolean => everyPhrase.has(phrase) || isFiller(phrase)

/** Of the fillers, those that make a sentence. */
export const verbs = phrases('are|is|was|were|do|does|did|can|could|have|has|had|will|would|am|be|been')

/** Says whose speakers, tags and so on are listed. */
export const ofTalks = phrases('talks|the talks|talks have|sessions|presentations')

/** Say that the values that most talks have come first, as they always do. Said about talks, they would be praise. */
export const ranking =
  phrases(`most|most common|common|most frequent|frequent|most popular|popular|most used|top|main
  |biggest|bigger|largest|hottest|trending|most active|spoke most|most often|most discussed|most talked about|most mentioned
  |discussed most|talked about most|mentioned most|talked about the most|used most|comes up most|comes up most often|came up most`)

/** Say that the values that the fewest talks have are wanted first. */
export const rankingLeast = phrases(
  'fewest|least|the fewest|rarest|rare|least common|least popular|least used|least often|least frequent|smallest',
)

/** Before how many are wanted: `top 10`. */
export const fewNumber = /^\d{1,3}$/

export interface ListedThing {
  readonly of: Listed
  /** What it is narrowed to by its name. */
  readonly clause?: string
  /** What people call it, in the plural. */
  readonly names: ReadonlySet<string>
  /**
   * - `sure`: it is a list even alone: `speakers`;
   * - `asked`: only together with words that want a list or a number: `sessions` alone may be a topic;
   * - `sorted`: only if it is said which comes first: `the newest talk`;
   * - `ranked`: only if the one that most talks have is meant: `the most popular topic`;
   * - `placed`: only at an event or in a year: `who was at …`;
   * - `told`: follows from what is said (`who spoke`), so the rest may as well be the question.
   */
  readonly alone: 'sure' | 'asked' | 'sorted' | 'ranked' | 'placed' | 'told'
}

/** Behind these, people are whoever does something. */
export const beforeAnybody: ReadonlySet<string> = new Set(
  'do does did can could should would will may might must that why when how let lets make makes help helps'.split(
    ' ',
  ),
)

/** Unless they do one of these. */
export const doneBySpeakers: ReadonlySet<string> = new Set('speak talk present give lecture'.split(' '))

export const listedThings: readonly ListedThing[] = [
  { of: 'talk', alone: 'sure', names: phrases('talks|conference talks|every talk|each talk') },
  { of: 'talk', alone: 'asked', names: phrases('sessions|presentations|lectures|talk notes|notes') },
  { of: 'talk', alone: 'told', names: phrases('everything|what happened') },
  { of: 'talk', alone: 'placed', names: phrases('what was said|what was covered|what was presented') },
  // In the singular, only which comes first can be asked.
  { of: 'talk', alone: 'sorted', names: phrases('talk|session|presentation') },
  { of: 'talk', clause: 'kind:keynote', alone: 'sorted', names: phrases('keynote|keynote talk') },
  { of: 'talk', clause: 'kind:lightning', alone: 'sorted', names: phrases('lightning talk') },
  {
    of: 'talk',
    clause: 'kind:keynote',
    alone: 'sure',
    names: phrases('keynotes|keynote talks|every keynote'),
  },
  { of: 'talk', clause: 'kind:lightning', alone: 'sure', names: phrases('lightning talks') },
  {
    of: 'speaker',
    alone: 'sure',
    names: phrases('speakers|presenters|speaker names|every speaker|each speaker'),
  },
  { of: 'speaker', alone: 'asked', names: phrases('authors|people|speaker|presenter') },
  { of: 'speaker', alone: 'placed', names: phrases('who was|who were|who was there|who was speaking') },
  { of: 'speaker', clause: 'kind:keynote', alone: 'sure', names: phrases('keynote speakers|keynoters') },
  { of: 'speaker', clause: 'kind:lightning', alone: 'sure', names: phrases('lightning talk speakers') },
  {
    of: 'speaker',
    alone: 'told',
    names: phrases(
      `who spoke|who speaks|who talked|who presented|who gave talks|who gave a talk|who has spoken|who have spoken|who talks most|who talked most
      |who spoke most|who speaks most|who presented most|who gives most talks|who gives the most talks|who talked the most|who spoke the most
      |who gave the most talks|who gave most talks|who has most talks|who has the most talks|speaker has the most talks
      |speaker has most talks|speaker gave the most talks|${severalTalks()}`,
    ),
  },
  {
    of: 'speaker',
    clause: 'kind:keynote',
    alone: 'told',
    names: phrases('who gave keynotes|who gave a keynote'),
  },
  { of: 'speaker', clause: 'kind:lightning', alone: 'told', names: phrases('who gave lightning talks') },
  {
    of: 'tag',
    alone: 'sure',
    names:
      phrases(`tags|topics|every tag|every topic|what are the talks about|what are the notes about|what is in the notes
      |whats in the notes|what in the notes|whats in here|what in here|what is in here|what do you have|what have you got
      |what do the notes cover|what do you know about`),
  },
  { of: 'tag', alone: 'asked', names: phrases('subjects|themes|categories|tracks|tag') },
  { of: 'tag', alone: 'ranked', names: phrases('topic|subject|theme|category') },
  { of: 'event', alone: 'ranked', names: phrases('conference|event|meetup') },
  { of: 'year', alone: 'ranked', names: phrases('year') },
  { of: 'room', alone: 'ranked', names: phrases('room') },
  { of: 'event', alone: 'sure', names: phrases('conferences|events') },
  { of: 'event', alone: 'asked', names: phrases(`confs|meetups|${attended()}`) },
  { of: 'year', alone: 'asked', names: phrases('years') },
  { of: 'room', alone: 'asked', names: phrases('rooms|halls|stages') },
  {
    of: 'kind',
    alone: 'sure',
    names: phrases('kinds of talks|types of talks|talk types|talk kinds|kinds of talk'),
  },
  {
    of: 'lang',
    alone: 'asked',
    names: phrases('languages|note languages|talk languages'),
  },
]

/** `conferences did we attend`, `events have we been to` */
function attended(): string {
  const events = ['conferences', 'events', 'confs', 'meetups']
  const attending = [
    'did we attend',
    'have we attended',
    'did we visit',
    'did we go to',
    'have we been to',
    'were we at',
  ]
  return events.flatMap((event) => attending.map((done) => `${event} ${done}`)).join('|')
}

/** `who spoke twice`, `speakers with more than one talk` */
function severalTalks(): string {
  const speakers = ['who', 'speakers', 'speakers who', 'speakers that', 'people', 'people who']
  const speaking = ['spoke', 'talked', 'presented'].flatMap((verb) =>
    ['twice', 'more than once', 'several times'].map((often) => `${verb} ${often}`),
  )
  const verbs = [
    'has',
    'have',
    'had',
    'gave',
    'give',
    'gives',
    'has given',
    'have given',
    'held',
    'did',
    'with',
  ]
  const having = verbs.flatMap((verb) =>
    ['two talks', 'more than one talk', 'several talks'].map((talks) => `${verb} ${talks}`),
  )
  return speakers.flatMap((who) => [...speaking, ...having].map((does) => `${who} ${does}`)).join('|')
}

/** By each of their names, in the same order. */
export const thingsByName: ReadonlyMap<string, readonly ListedThing[]> = byName(listedThings)

function byName(things: readonly ListedThing[]): ReadonlyMap<string, readonly ListedThing[]> {
  const found = new Map<string, ListedThing[]>()
  for (const thing of things)
    for (const name of thing.names) found.set(name, [...(found.get(name) ?? []), thing])
  return found
}

/** The first words of what can be listed, and of what wants a list or a number. */
export const beginnings = beginningsOf(new Set(thingsByName.keys()), listing, counting)

function beginningsOf(...phrases: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  return new Set(phrases.flatMap((some) => Array.from(some, (phrase) => phrase.split(' ', 1)[0]!)))
}

/** Names of things that are recognized even if misspelt, if it is clear that a list is wanted. */
export const longNames = ['speakers', 'keynotes', 'conferences', 'presenters', 'presentations'] as const

/** `by year` and `per year` divide the talks. */
export const dividing = phrases('by|per|for each|for every|in each|in every|at each|of each|grouped by')
export const dividers: readonly { readonly of: Listed; readonly names: ReadonlySet<string> }[] = [
  { of: 'year', names: phrases('year|years') },
  { of: 'event', names: phrases('event|events|conference|conferences') },
  { of: 'speaker', names: phrases('speaker|speakers|author|presenter') },
  { of: 'tag', names: phrases('tag|tags|topic|topics') },
  { of: 'room', names: phrases('room|rooms|hall|stage') },
  { of: 'kind', names: phrases('kind|type') },
  { of: 'lang', names: phrases('language|languages') },
]

export interface Narrower {
  readonly words: ReadonlySet<string>
  /** What may follow, in this order. */
  readonly fields: readonly FilterField[]
  /** Whether only such a name can follow, so that a part of it is enough. */
  readonly isSure?: boolean
  /** Whether the list is of talks that do not have it. */
  readonly isExcluded?: boolean
  /** See `Narrowing.isOfList`. */
  readonly isOfList?: boolean
}

/** What stands before what is left out. */
export const excluding =
  phrases(`not about|not on|not tagged|not tagged with|not covering|not related to|that are not about|that are not on
  |which are not about|that arent about|except|except for|except about|except those about|but not|but not about|but not on
  |other than|apart from|excluding|but nothing about|but nothing on|not by|not at|not from|except by|not in|by neither|but neither
  |without|that are not|that arent|which are not|which arent|minus|besides|besides the`)

/** What stands before words that talks are not to mention. */
export const notMentioning =
  phrases(`not about|not on|not covering|that are not about|that are not on|which are not about|which are not on|are not about|are not on
  |that arent about|that arent on|which arent about|arent about|except|except for|except about|excluding|apart from|other than|without
  |not mentioning|not using|${never()}`)

/** `that do not mention`, `dont use` */
function never(): string {
  const verbs = ['mention', 'use', 'cover', 'discuss', 'contain', 'talk about']
  const negations = ['dont', 'do not', 'never']
  return ['', 'that ', 'which ']
    .flatMap((who) => negations.flatMap((not) => verbs.map((verb) => `${who}${not} ${verb}`)))
    .join('|')
}

/** What a note may lack, other than words of its text. */
export const partsOfNotes = phrases(
  `tag|tags|topic|topics|room|rooms|date|dates|day|days|time|times|year|event|summary|summaries|abstract|abstracts|description|descriptions
  |title|titles|link|links|section|sections|text|content|language`,
)

/** What can be left out by its name. */
export const canBeLeftOut = ['tag', 'speaker', 'event', 'lang'] as const

/** What stands before what the list is narrowed down to. */
export const narrowers: readonly Narrower[] = [
  { words: phrases('at|at the|during|during the|held at|given at'), fields: ['event'], isSure: true },
  {
    words: phrases('in|from|of|for|held in|given in|from the year|in the year|of the year|year'),
    fields: ['year', 'event', 'lang'],
  },
  {
    words: phrases('tagged|tagged with|with the tag|with tag|that are tagged|which are tagged|are tagged'),
    fields: ['tag'],
    isOfList: true,
  },
  {
    words: phrases(`about|on|for|covering|regarding|related to|are about|that are about
      |talked about|spoke about|spoke on|on the topic of`),
    fields: ['tag'],
  },
  { words: phrases('by|given by|held by'), fields: ['speaker'], isSure: true },
  { words: phrases('of|from|of the|from the'), fields: ['speaker', 'event'] },
  {
    words: phrases(
      'with|with a|with any|had|had a|with both|that have|that have a|which have|have|have a|having',
    ),
    fields: ['has'],
  },
  {
    words:
      phrases(`without|without a|without any|with no|with neither|that have no|which have no|have no|have neither|having no|lacking
      |that lack|which lack|do not have|do not have a|dont have|dont have a|that do not have|that dont have|and no|but no`),
    fields: ['has'],
    isExcluded: true,
  },
  { words: excluding, fields: canBeLeftOut, isExcluded: true },
]

/** Go on after what was said last: without slides or video is without both, and not about Flask or Django about neither. */
export const further = phrases(
  `and|and a|and by|and in|and at|and of|and not|nor|nor a|nor by|and not tagged|and not about|not tagged|not about|not by`,
)
export const orFurther = phrases('or|or a|or by|or in|or at|or of')

/** What stands before what talks are counted by, if it is no tag. */
export const mentioning =
  phrases(`about|on|covering|regarding|are about|that are about|mention|mentions|mentioning|that mention
  |which mention|say|discuss|that discuss|talk about|with the word|contain|that contain`)

/** `how many talks did Ada Pier give?`: a name stands between one of these and one of those. */
export const giversBefore = phrases('did|has|does')
export const giversAfter = phrases('give|given|hold|held|present|presented|do|have')

/** Bounds of years, by field of the query language. */
export const bounds = {
  before: phrases('before|older than|from before'),
  after: phrases('after|newer than|from after'),
  since: phrases('since|starting in'),
  until: phrases('until|up to|till'),
} as const

/** The same, behind a year: `from 2023 on`, `2023 or later`. */
export const boundsBehind = {
  since: phrases(
    'on|onward|onwards|and on|and onwards|and later|and newer|and after|or later|or newer|or after',
  ),
  until: phrases('and earlier|and older|and before|or earlier|or older|or before'),
} as const
export const beforeBound = phrases('from|of|in|from the year|starting from|beginning with')

export const orders: readonly { readonly sort: Sort; readonly names: ReadonlySet<string> }[] = [
  {
    sort: 'newest',
    names: phrases('newest|latest|most recent|recent|newest first|latest first|last|very last|final'),
  },
  { sort: 'oldest', names: phrases('oldest|earliest|oldest first|first|very first') },
]

function phrases(list: string): ReadonlySet<string> {
  const all = list.split('|').map((phrase) => phrase.trim())
  for (const phrase of all) everyPhrase.add(phrase)
  return new Set(all)
}

/** What people say if they want links. */
export const linkWords = phrases(
  'links|urls|weblinks|videos|recordings|slides|code|follow|follow-ups|followups|followup|action|todo|todos|to|next|open',
)

/** What people say if they ask about the notes as a whole. */
export const wholeWords =
  phrases(`funniest|strangest|craziest|smartest|hardest|easiest|nicest|year|notes|data|information|content|best|favourite|favorite|top|worst|greatest|coolest|must|mustsee|
  popular|interesting|important|useful|exciting|relevant|watched|liked|rated|worth|recommend|know|start|begin|overview|highlights|
  points|libraries|libs|packages|modules|tools|frameworks|books|companies|organisations|organizations|projects|languages|technologies|products|
  people|websites|databases|papers|services|editors|systems|takeaways|take-aways|aways|lessons|learnings|summary|summarise|summarize|conference|conf|event|meetup|everything|talks|sessions|all|miss|missed|new|read|watch|see|look|
  suggest|good|great|nice|cool|awesome|amazing|excellent|fun|funny|keynote|keynotes|lectures|presentations|recap|tldr`)

/** No phrase of these lists has more words. */
export const maxPhraseWords = Math.max(...Array.from(everyPhrase, (phrase) => phrase.split(' ').length))
