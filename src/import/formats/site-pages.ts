import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { decodeEntities } from '../../markup/flatten-inline.ts'
import { isEventTitle, isGenericName, namesOneEvent } from '../../notes/foreign/event-names.ts'
import { isConferencePage, isSiteName, saysKindAlone } from '../../notes/foreign/titles.ts'
import { isMonth } from '../../notes/foreign/written-dates.ts'
import { foldName } from '../../text/fold.ts'
import { readHead } from '../read/input.ts'

/** The event that a site is of, by what its first page and what all its pages are made from have for a title. Each is read once. */
export function createPagesReader(): (folder: string) => Promise<string | undefined> {
  const read = new Map<string, Promise<string | undefined>>()
  return (folder) => {
    const event = read.get(folder) ?? readEventOfPages(folder)
    read.set(folder, event)
    return event
  }
}

async function readEventOfPages(folder: string): Promise<string | undefined> {
  const titles: string[] = []
  for await (const path of pagesIn(folder, maxDepth)) {
    const [head = ''] = (await readHead(path).catch(() => '')).toString().split(/<(?:svg|body)\b/i)
    const [, title] = /<title\b[^>]{0,200}>(.{0,500}?)<\/title>/is.exec(head.replace(comments, '')) ?? []
    if (title !== undefined) titles.push(title)
    if (titles.length === maxTitles) break
  }
  return eventInTitles(titles)
}

const comments = /<!--.{0,2000}?-->/gs

/** A page may lie in `src/public`, what it is made from in `source/layouts/shared`. */
const maxDepth = 2
const maxTitles = 50

async function* pagesIn(folder: string, depth: number, isOfLayouts = false): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    const isLayouts = isOfLayouts || layouts.test(entry.name)
    if (entry.isDirectory() && depth > 0 && (isLayouts || isSiteName(entry.name)))
      yield* pagesIn(path, depth - 1, isLayouts)
    else if (entry.isFile() && page.test(entry.name) && (isOfLayouts || /^index\./i.test(entry.name)))
      yield path
  }
}

const layouts = /^_?(?:layouts?|includes?|templates?|partials|views)$/i
const page = /\.(?:x?html?|erb|njk|liquid|ejs|hbs|mustache|twig|jinja2?|j2|astro|php)$/i

/**
 * The event that most titles name, beside what each is on.
 *
 *     eventInTitles(['Venue | Oar Days 2024', '{{ page.title }} | Oar Days 2024']) // => 'Oar Days 2024'
 */
export function eventInTitles(titles: readonly string[]): string | undefined {
  const said = titles.map(partsOf).filter((parts) => parts.length > 0)
  const events = Map.groupBy(
    said.flatMap((parts) => parts.filter(isOneEvent)),
    foldName,
  )
  const [most] = [...events.values()].sort((a, b) => b.length - a.length)
  return most && most.length * 2 > said.length ? most[0] : undefined
}

/** What a title says by itself, without what a program fills in. */
const partsOf = (title: string): readonly string[] =>
  decodeEntities(title.replace(filledIn, '|').replace(/\s+/g, ' '))
    .split(/\s[-–—−·•~/]+\s|\s?[|«»]\s?|:(?=\s|$)/)
    .map((part) => part.replace(/^[\s:•·–—−-]+|[\s,;–—−-]+$/g, ''))
    .filter((part) => /\p{L}{2}/u.test(part))

const filledIn = /\{\{[^{}]*\}\}|\{%[^%]*%\}|<%[^%]*%>|<\?[^?]*\?>|[$#]?\{[^{}]*\}/g

/** Whether a part of a title is the name of one event: it says which year's it is, or is made like such names are. */
function isOneEvent(name: string): boolean {
  const bare = name.replace(/[\s'’-]*\b(?:19|20)\d\d$/, '')
  const isOfYear = /\p{L}[\s'’-]*(?:19|20)\d\d$/u.test(name) && name.split(' ').length <= maxWords
  const isNamed = (isOfYear && !onOtherThing.test(name)) || (isEventTitle(name) && !isGenericName(name))
  const saysKind = isMonth(name) || saysKindAlone(bare) || isConferencePage(bare) || /^an? /i.test(name)
  return isNamed && !saysKind && namesOneEvent(bare)
}

/** `Tides at Oar Days 2024`, `Best of 2024`, `Spring 2024`. */
const onOtherThing = /^(?:spring|summer|fall|autumn|winter) \d+$|\s(?:at|from|of|in|for|@)\s/i
const maxWords = 6
