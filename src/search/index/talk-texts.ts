import type { Passage, Section, Talk } from '../../notes/talk.ts'

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
