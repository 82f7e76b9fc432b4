import type { FilterField, Sort } from '../../search/query/query.ts'
import type { Listed } from './listing.ts'

/**
 * The words of questions that want a list or a count: folded and without apostrophes, phrases with blanks, collected by
 * hand for this project.
 */

/** Whoever says these wants a list, whatever it is narrowed to. */
export const listing =
  phrases(`list|lists|list of|list me|list out|enumerate|all|all of|every|each|complete list of
  |full list of|overview of|an overview of`)

/** Whoever says these wants a number. */
export const counting = phrases(`how many|number of|total number of|count|count of|amount of|number|total`)

/** May want a list: the rest of the question decides. */
export const asking =
  phrases(`what|which|who|whats|whos|show|show me|show us|give|give me|give us|tell me|tell us|name|get
  |get me|see|view|display|print|browse|any`)

/** Hold such a question together. */
export const fillers =
  phrases(`please|pls|plz|thanks|hi|hello|hey|hallway|can you|could you|would you|will you|can i|could i
  |may i|can we|id like|i would like|i want|i need|we need|to see|to know|to have|let me|me|us|you|the|a|an|your|our|their
  |that|those|these|of|of them|and|so|are|were|was|is|there|are there|is there|were there|do you have|do we have
  |do you know|do you know of|do you know about|do you cover|did you cover|you have|we have|you know|you know of
  |you know about|you cover|have you got|have you|you got|exist|exists|available|in total|altogether|overall|so far|in all
  |in the notes|in your notes|in our notes|of the notes|from the notes|of your notes|from your notes|the notes|your notes
  |in the corpus|in the collection|in the database|in your database|in the archive|in here|in there|here|covered|included
  |listed|recorded|mentioned|given|held|took place|happened|ever|now|currently|exactly|complete|full|entire|whole|different
  |distinct|unique|various|known|existing|possible|names|names of|the names of|to ask about|can i ask about|to choose from
  |with how many talks each|with counts|by number of talks|by count|by name|alphabetically|used|spoke|spoken|speak|speaks
  |talked|presented|gave talks|gave a talk`)

/** Say that the values of most talks come first, as they always do. Of talks, they would be praise. */
export const ranking =
  phrases(`most|most common|common|most frequent|frequent|most popular|popular|most used|top|main
  |biggest|most active|spoke most|most often`)

export interface Thing {
  readonly of: Listed
  /** What it is narrowed to by its name. */
  readonly clause?: string
  /** What people call it, in the plural. */
  readonly names: ReadonlySet<string>
  /**
   * - `sure`: it is a list even alone: `speakers`;
   * - `asked`: only together with words that want a list or a number: `events` alone may be a topic;
   * - `told`: follows from what is said (`who spoke`), so that what it is narrowed to may as well be the question.
   */
  readonly alone: 'sure' | 'asked' | 'told'
}

export const things: readonly Thing[] = [
  { of: 'talk', alone: 'sure', names: phrases('talks|conference talks') },
  { of: 'talk', alone: 'asked', names: phrases('sessions|presentations|lectures|talk notes|notes') },
  { of: 'talk', clause: 'kind:keynote', alone: 'sure', names: phrases('keynotes|keynote talks') },
  { of: 'talk', clause: 'kind:lightning', alone: 'sure', names: phrases('lightning talks') },
  { of: 'speaker', alone: 'sure', names: phrases('speakers|presenters|speaker names') },
  { of: 'speaker', alone: 'asked', names: phrases('authors|people') },
  { of: 'speaker', clause: 'kind:keynote', alone: 'sure', names: phrases('keynote speakers|keynoters') },
  { of: 'speaker', clause: 'kind:lightning', alone: 'sure', names: phrases('lightning talk speakers') },
  {
    of: 'speaker',
    alone: 'told',
    names: phrases(
      'who spoke|who talked|who presented|who gave talks|who gave a talk|who has spoken|who have spoken',
    ),
  },
  {
    of: 'speaker',
    clause: 'kind:keynote',
    alone: 'told',
    names: phrases('who gave keynotes|who gave a keynote'),
  },
  { of: 'speaker', clause: 'kind:lightning', alone: 'told', names: phrases('who gave lightning talks') },
  { of: 'tag', alone: 'sure', names: phrases('tags|topics') },
  { of: 'tag', alone: 'asked', names: phrases('subjects|themes|keywords|categories') },
  { of: 'event', alone: 'sure', names: phrases('conferences') },
  { of: 'event', alone: 'asked', names: phrases('events|confs|meetups') },
  { of: 'year', alone: 'asked', names: phrases('years') },
  {
    of: 'kind',
    alone: 'asked',
    names: phrases('kinds of talks|types of talks|talk types|talk kinds|kinds of talk'),
  },
  {
    of: 'lang',
    alone: 'asked',
    names: phrases(
      'languages|languages of the talks|languages of the notes|languages of talks|note languages',
    ),
  },
]

/** `by year` and `per year` divide the talks. */
export const dividing = phrases('by|per|for each|for every|in each|in every|at each|of each|grouped by')
export const dividers: readonly { readonly of: Listed; readonly names: ReadonlySet<string> }[] = [
  { of: 'year', names: phrases('year|years') },
  { of: 'event', names: phrases('event|events|conference|conferences') },
  { of: 'speaker', names: phrases('speaker|speakers|author|presenter') },
  { of: 'tag', names: phrases('tag|tags|topic|topics') },
  { of: 'kind', names: phrases('kind|type') },
  { of: 'lang', names: phrases('language|languages') },
]

export interface Narrower {
  readonly words: ReadonlySet<string>
  /** What may follow, in this order. */
  readonly fields: readonly FilterField[]
}

/** What stands before that to which the list is narrowed. */
export const narrowers: readonly Narrower[] = [
  { words: phrases('at|at the|during|during the|held at|given at|from the|of the'), fields: ['event'] },
  {
    words: phrases('in|from|of|for|held in|given in|from the year|in the year|of the year|year'),
    fields: ['year', 'event', 'lang'],
  },
  {
    words:
      phrases(`about|on|tagged|tagged with|with the tag|with tag|covering|regarding|related to|are about|that are about
      |talked about|spoke about|spoke on|on the topic of`),
    fields: ['tag'],
  },
  { words: phrases('by|given by|held by|of|from'), fields: ['speaker'] },
  { words: phrases('with|with a|that have|that have a|which have|have|having'), fields: ['has'] },
]

/** `how many talks did Ada Pier give?`: a name stands between one of these and one of those. */
export const giversBefore = phrases('did|has|does')
export const giversAfter = phrases('give|given|hold|held|present|presented|do|have')

/** Bounds of years, by field of the query language. */
export const bounds = {
  before: phrases('before|older than|from before'),
  after: phrases('after|newer than|from after'),
  since: phrases('since|from|starting in'),
  until: phrases('until|up to|till'),
} as const

export const orders: readonly { readonly sort: Sort; readonly names: ReadonlySet<string> }[] = [
  { sort: 'newest', names: phrases('newest|latest|most recent|recent|newest first|latest first') },
  { sort: 'oldest', names: phrases('oldest|earliest|oldest first') },
]

function phrases(list: string): ReadonlySet<string> {
  return new Set(list.split('|').map((phrase) => phrase.trim()))
}
