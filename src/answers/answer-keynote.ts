import type { KnownNames } from '../search/filter/known-names.ts'
import { isOfWordsAlone, parseQuery } from '../search/query/parse-query.ts'
import { bareQuestion } from '../text/as-question.ts'
import type { Answer } from './answer.ts'
import type { Asking } from './asking.ts'
import { isTitle } from './programme/find/is-title.ts'

/** A sign that the keynote of an event may be meant. */
export const signOfKeynote = /(?<!\p{L})keynote(?!\p{L})/iu

/**
 * Answers a question about the keynote of an event as one about the talk that was it, which need not say that word. If there are
 * several, their list answers what asks no more than who gave it, when, or what it was about. Undefined for any other question, and
 * if the notes know no keynote of that event: one may still be told of.
 */
export async function answerKeynote({
  question,
  query,
  parts: { engine },
  answerAnew,
}: Asking): Promise<Answer | undefined> {
  if (!isOfWordsAlone(query) || query.text.length > maxLength) return undefined
  const meant = readKeynote(bareQuestion(query.text), await engine.names())
  if (meant === undefined || (await isTitle(query.text, engine))) return undefined
  const { before, which, after, isOfSpeaker, name, clause } = meant
  const keynotes = parseQuery(`${clause} kind:keynote`)
  const { results, total } = await engine.search(keynotes, { limit: 1, spelling: false })
  const [keynote] = results
  if (keynote === undefined) return undefined
  const isOfWho = after === '' && (isOfSpeaker || gave.test(before))
  const isList = isOfWho || asksNoMore.test(`${before} … ${after}`.trim())
  let asked = isList ? `keynotes ${clause.startsWith('year:') ? 'of' : 'at'} ${name}` : undefined
  if (total === 1 && which === undefined) {
    const title = `“${keynote.talk.title}”`
    asked = isOfWho ? `speakers of ${title}` : `${before} ${title} ${after}`.trim()
  }
  return asked === undefined ? undefined : { ...(await answerAnew(asked)), question, notices: query.notices }
}

/** Longer than any such question. */
const maxLength = 160

/**
 * What a question about the keynote of an event says beside these, and which of several it means.
 * @example readKeynote('who gave the closing keynote at GardenConf', names) // => { before: 'who gave', which: 'closing', … }
 */
function readKeynote(text: string, names: KnownNames) {
  const { ahead = '', speaker, leading = '', behind = '' } = keynoteIn.exec(text)?.groups ?? {}
  const eventBehind = longestName(behind.split(' '), names, { isPart: leading !== '' })
  const event = eventBehind ?? longestName(ahead.split(' '), names, { isAtEnd: true })
  if (event === undefined) return undefined
  const said = eventBehind ? ahead : event.rest
  const { before = '', which } = beforeKeynote.exec(said)!.groups!
  const after = eventBehind ? event.rest : `${leading} ${behind}`.trim()
  return anyOne.test(said)
    ? undefined
    : { ...event, before, which, after, isOfSpeaker: speaker !== undefined }
}

const article = '(?:the|an?|die|der|dem)'
const keynoteIn = new RegExp(
  [
    '^(?:(?<ahead>.*?) )?keynote(?: (?:talk|speech|address|session))?(?<speaker> speaker)?',
    `(?: (?<leading>at|of|from|in|for|during|von|bei|auf)(?: ${article})?)?(?: (?<behind>.*))?$`,
  ].join(''),
  'i',
)
const beforeKeynote = new RegExp(
  `^(?<before>.*?)(?:(?:^| )${article})?(?:(?:^| )(?<which>opening|closing|first|second|third|last|final))?$`,
  'i',
)
/** `any keynote`, but not `is there a keynote?` */
const anyOne = /^(?!(?:is|was) there (?:an?|any)$)(?:.* )?(?:an?|any|some|every|each|which|what|no)$/i

/** The longest run of words, the first or the last, that names an event or is a year; and the rest of the words. */
function longestName(
  words: readonly string[],
  names: KnownNames,
  { isPart = false, isAtEnd = false }: { readonly isPart?: boolean; readonly isAtEnd?: boolean },
) {
  for (let length = Math.min(words.length, maxNameWords); length > 0; length--) {
    const place = isAtEnd ? words.length - length : 0
    const name = words
      .slice(place, place + length)
      .join(' ')
      .replace(/['’]s$/, '')
    const clause = names.clauseFor('year', name) ?? names.clauseFor('event', name, isPart)
    if (clause !== undefined) return { name, clause, rest: words.toSpliced(place, length).join(' ') }
  }
  return undefined
}

const maxNameWords = 8

const gave =
  /^(?:who|wer)(?:['’]?s)?(?: (?:gave|gives|held|holds|did|does|presented|presents|delivered|is|was|hielt|hält|ist|war))*$/i
const asksNoMore =
  /^(?:(?:when|where|what(?: time)?|wann|wo|was)(?:['’]?s| is| was| war| ist)?)? ?…(?: about)?$/i
