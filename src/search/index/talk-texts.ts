import type { Passage, Section, Talk } from '../../notes/talk.ts'
import type { Range } from '../../text/range.ts'
import { remembering } from '../../text/remembering.ts'
import { abbreviationList, numberedAbbreviationList } from '../analysis/abbreviation-list.ts'
import { plainSigns, sentenceEnd } from './sentence-end-pattern.ts'

/** Where a text of a talk stands. The order is that of the index; new ones go to the end. */
export const fields = [
  'title',
  'speakers',
  'tags',
  'event',
  'summary',
  'takeaways',
  'heading',
  'section',
  'links',
  'followUps',
  'transcript',
] as const
export type Field = (typeof fields)[number]

/** One text that a talk is found by. */
export interface TalkText {
  readonly field: Field
  readonly text: string
  /** The passage that the text comes from, if it can be quoted with its line. */
  readonly passage?: Passage
  /** As in `Quotation.section`. */
  readonly section: string
}

/** All that a talk is found by, name-like texts first, and what a program wrote down last. */
export function textsOf(talk: Talk): TalkText[] {
  const texts: TalkText[] = []
  const add = (field: Field, text: string) => {
    if (text !== '') texts.push({ field, text, section: field })
  }
  const quote = (field: Field, passage: Passage, section: string = field) => {
    if (passage.text !== '') texts.push({ field, text: passage.text, passage, section })
  }
  add('title', talk.title)
  for (const { name, handle } of talk.speakers) {
    add('speakers', name)
    if (handle && handle !== name) add('speakers', handle)
  }
  for (const tag of talk.tags) add('tags', tag)
  add('event', talk.event.name)
  quote('summary', talk.summary)
  for (const takeaway of talk.takeaways) quote('takeaways', takeaway)
  const isOwn = ({ isTranscript }: Section) => !isTranscript
  for (const section of talk.sections.filter(isOwn)) {
    add('heading', section.title)
    for (const passage of section.passages) quote('section', passage, section.title)
  }
  for (const link of talk.links) add('links', `${link.title} ${wordsOfAddress(link.url)}`.trim())
  for (const { text, url } of talk.followUps) add('followUps', `${text} ${wordsOfAddress(url)}`.trim())
  for (const section of talk.sections.filter((one) => !isOwn(one)))
    for (const passage of section.passages) quote('transcript', passage, section.title)
  return texts
}

/**
 * The part of a web address that people remember and ask for: its host; owner and name on hosts of code; nothing on
 * hosts of videos and slides, or if it is no address.
 * @example wordsOfAddress('https://www.kivy.org/docs') // => 'kivy.org'
 * @example wordsOfAddress('https://github.com/disqus/nydus') // => 'disqus nydus'
 */
export function wordsOfAddress(url = ''): string {
  if (!URL.canParse(url)) return ''
  const { hostname, pathname } = new URL(url)
  const host = hostname.replace(/^(?:www|m)\./, '')
  const named = codeHosts.get(host)
  if (named === undefined) return commonHosts.has(host) ? '' : host
  const segments = pathname.split('/').filter((segment) => segment !== '')
  return segments
    .slice(...named)
    .map((segment) => segment.replace(/\.git$/, ''))
    .join(' ')
}

/** Which segments of the path name what is there. */
const codeHosts: ReadonlyMap<string, readonly [from: number, to: number]> = new Map([
  ['github.com', [0, 2]],
  ['gitlab.com', [0, 2]],
  ['bitbucket.org', [0, 2]],
  ['codeberg.org', [0, 2]],
  ['pypi.org', [1, 2]],
  ['pypi.python.org', [1, 2]],
])

/** Talks on any topic link to these. */
const commonHosts: ReadonlySet<string> = new Set([
  'youtube.com',
  'youtu.be',
  'vimeo.com',
  'archive.org',
  'speakerdeck.com',
  'slideshare.net',
  'slides.com',
  'docs.google.com',
  'drive.google.com',
  'dropbox.com',
  'twitter.com',
  'x.com',
  'gist.github.com',
  'tinyurl.com',
  'bit.ly',
])

/** Whether a text says anything besides web addresses. */
export const holdsWords = (text: string): boolean =>
  !/https?:/i.test(text) || /\p{L}|\p{N}/u.test(text.replace(/https?:\/\/\S+/gi, ''))

/**
 * The sentences of a text, without the blanks around them. A sentence goes on after an abbreviation, and before a small
 * letter; a line break ends it. If that is not certain (`in C. It is fast.`) two sentences count as one, since half a
 * sentence reads worse than two.
 * @param language BCP 47
 * @example sentencesOf('Ask Dr. Who, e.g. on No. 5. Then go.', 'en').length // => 2
 */
export function sentencesOf(text: string, language: string): readonly Range[] {
  return sentencesIn(language)(text)
}

/** Answers quote the same talks again and again. */
const sentencesIn = remembering((language) => remembering((text) => readSentences(text, language), maxTexts))

/** About a kilobyte each. */
const maxTexts = 5000

function readSentences(text: string, language: string): readonly Range[] {
  const sentences: [start: number, end: number][] = []
  let index = 0
  for (const border of bordersIn(text, language)) {
    const segment = text.slice(index, border)
    const end = index + segment.trimEnd().length
    if (end > index) {
      const last = sentences.at(-1)
      const before = last && text.slice(Math.max(last[0], index - maxLookBack), index)
      if (last && before && goesOn(before, segment, language)) last[1] = end
      else sentences.push([index + segment.search(/\S/u), end])
    }
    index = border
  }
  return sentences
}

/** Where sentences end, abbreviations aside, in order; the end of the text comes last. */
function bordersIn(text: string, language: string): readonly number[] {
  const borders = isPlain(text, language)
    ? Array.from(text.matchAll(sentenceEnd), ({ index, 0: sign }) => index + sign.length)
    : Array.from(segmenterOf(language).segment(text), ({ index, segment }) => index + segment.length)
  return [...borders, text.length]
}

/** In Greek, a semicolon asks. */
function isPlain(text: string, language: string): boolean {
  return plainSigns.test(text) && !language.startsWith('el')
}

/** Longer than any abbreviation. */
const maxLookBack = 40

/** By language: to make one takes longer than to cut a passage with it. */
const segmenterOf = remembering((language) => new Intl.Segmenter(language, { granularity: 'sentence' }))

function goesOn(before: string, next: string, language: string): boolean {
  if (/[\n\u2028\u2029]\s*$/u.test(before)) return false
  if (/^[\s"'“‘„«([]*\p{Ll}/u.test(next)) return true
  const word = /(?<![\p{L}\p{N}])([\p{L}\p{N}.-]+)\.\s*$/u.exec(before)?.[1]?.toLowerCase()
  if (word === undefined) return false
  const isBeforeNumber = /^\p{N}/u.test(next)
  return (
    abbreviations.has(word) ||
    // An initial, or several letters with dots: `J. Smith`, `z. B.`, `e.g.`, `U.S.`
    /^\p{L}(?:\.-?\p{L})*$/u.test(word) ||
    (isBeforeNumber && numbered.has(word)) ||
    // `am 3. Oktober`
    (language.startsWith('de') && /^\p{N}{1,2}$/u.test(word))
  )
}

const abbreviations: ReadonlySet<string> = new Set(abbreviationList.split(/\s+/))
const numbered: ReadonlySet<string> = new Set(numberedAbbreviationList.split(' '))
