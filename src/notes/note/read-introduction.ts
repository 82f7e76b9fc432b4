import { basename, dirname } from 'node:path'
import { foldName } from '../../text/fold.ts'
import { linesToNotes } from '../foreign/lists/note-links.ts'
import { hasNameShape } from '../foreign/people/person-names.ts'
import { plainLine } from '../foreign/people/speaker-line.ts'
import { countWords } from '../foreign/words/count-words.ts'
import { isEventTitle } from '../foreign/words/event-names.ts'
import { isConferencePage } from '../foreign/words/folder-names.ts'
import { besideTalks, sectionTitle } from '../foreign/words/heading-word-lists.ts'
import { isMostlyAbout, readableName } from '../foreign/words/titles.ts'
import type { Hashed } from '../hashed.ts'
import { readTextFile } from '../read-text-file.ts'
import type { Talk } from '../talk.ts'
import type { NoteContent } from './note-content.ts'
import type { NoteContext } from './note-context.ts'
import { readNote } from './read-note.ts'

/** Reads a note, or what introduces those beside it. */
export const readInPlace = (path: string, context: NoteContext): Promise<NoteContent> =>
  context.isPersonPage
    ? readPersonPage(path, context)
    : context.isBesideNotes
      ? readIntroduction(path, context)
      : readNote(path, context)

/** Whom the page is on, and nothing else. One that says so of nobody is no mistake. */
async function readPersonPage(path: string, context: NoteContext): Promise<NoteContent> {
  const content = await readNote(path, { ...context, isBeside: true, isOfPeople: true })
  const { people, problems, isMakeshift } = content
  if (people) return { talks: [], problems, people, ...(isMakeshift && { isMakeshift }) }
  return { talks: [], problems: problems.filter(({ severity }) => severity === 'error') }
}

interface IntroductionOptions {
  /** Whether the folder may be one talk's. Default: it may. */
  readonly mayBeOne?: boolean | undefined
  /** Whether what it introduces lies in a folder for talks: then it may tell of others. */
  readonly isAboveTalks?: boolean | undefined
}

/**
 * Reads what introduces a folder in which other notes lie. It holds the talks that it lists, or tells one below the other with who
 * spoke or at some length, unless it lists the notes beside it; or one, if it is on what its folder is called. One that holds none is
 * no mistake.
 */
export async function readIntroduction(
  path: string,
  context: NoteContext,
  { mayBeOne = true, isAboveTalks = false }: IntroductionOptions = {},
): Promise<NoteContent> {
  const read = await readTextFile(path, { anyEncoding: true })
  if ('problem' in read) return { talks: [], problems: [] }
  const content = await readNote(path, context)
  const lines = read.text.split('\n')
  const folder = basename(dirname(path))
  // Contents lead to what stands below in the same file.
  const elsewhere = lines.map((line) => line.replaceAll(`](${basename(path)}#`, '](#'))
  const said = linesToNotes(elsewhere, folder).map(plainLine)
  const spoken = content.isList === true ? content.talks : talksWithSpeakers(content, lines)
  const own = spoken.length > 0 || !isAboveTalks ? spoken : talksToldAtLength(content)
  const listed = own.filter(
    ({ value }) => !said.some((line) => line.includes(value.title)) && !leadsToItsNote(value, lines, folder),
  )
  const isOnOne = mayBeOne && listed.length === 0 && isOnFolder(content, folder, lines)
  const talks = isOnOne ? content.talks : listed
  return talks.length > 0 ? { ...content, talks } : { talks: [], problems: [] }
}

/** Whether what is said of a talk is where its note is, and little else: `Slides (to come)`, `[Notes](tides.md)`. */
function leadsToItsNote(talk: Talk, lines: readonly string[], folder: string): boolean {
  const own = passagesOf(talk).map(({ line }) => lines[line - 1] ?? '')
  return countWords(own.join(' ').replace(anyLink, ' ')) < minWords && linesToNotes(own, folder).length > 0
}

const passagesOf = ({ summary, takeaways, sections }: Talk) => [
  summary,
  ...takeaways,
  ...sections.flatMap(({ passages }) => passages),
]

const anyLink = /\[[^\][]{0,200}\]\([^()\s]{0,500}\)/g

/** What stands below headings is talks, if most of these name somebody who spoke: as `Speaker: …`, or by what has a name's shape. */
function talksWithSpeakers(content: NoteContent, lines: readonly string[]): readonly Hashed<Talk>[] {
  const { talks, isOfSeveral } = content
  const told = talksToldAtLength(content)
  const isSaid = lines.filter((line) => speakerLabel.test(line)).length * 2 > talks.length
  const spoken = talks.filter(({ value }) => value.speakers.some(({ name }) => isSaid || hasNameShape(name)))
  if (isOfSeveral !== true || spoken.length * 2 <= talks.length) return []
  // Whoever tells who spoke mostly, may not have caught each name.
  return talks.filter((talk) => spoken.includes(talk) || told.includes(talk))
}

/** What stands below headings, but for what such a page says of the event itself. */
function talksToldAtLength({ talks, isOfSeveral = false }: NoteContent): readonly Hashed<Talk>[] {
  const told = talks.filter(({ value }) => {
    const text = passagesOf(value).map((passage) => passage.text)
    return (
      ![ofEventItself, sectionTitle, besideTalks].some((no) => no.test(value.title)) &&
      !isConferencePage(value.title.replace(/\s+/g, '-')) &&
      !isOfEvent(value.title) &&
      countWords(text.join(' ')) >= minWordsOfTold
    )
  })
  return isOfSeveral ? told : []
}

/** What is said of an event, of where it is, and of the folder that holds its notes. */
const ofEventItself = new RegExp(
  [
    '^(?:about(?: (?:the|this|us|me)\\b.*)?|where|when|location|travel|getting there|contact(?: us)?|contribut(?:e|ing|ors)|faqs?|credits|',
    'how to (?:attend|contribute|get there|join|register|use)\\b.*|(?:folder |directory )?structure|files|folders|talks|sessions|organi[sz]ers)$',
  ].join(''),
  'i',
)

/** Fewer say what lies where. */
const minWordsOfTold = 20

const speakerLabel = /^[\s*+_-]*(?:speakers?|presenters?)[*_]*\s*:/i

/**
 * Whether it is the one talk that its folder is called by, of which the notes beside it are parts: `2024-07-tides-that-turn/README.md`
 * with `# Tides that turn`. It says who spoke, or more than where its parts are.
 */
function isOnFolder(
  { talks: [first, ...others], isOfSeveral = false }: NoteContent,
  folder: string,
  lines: readonly string[],
): boolean {
  if (first === undefined || others.length > 0 || isOfSeveral) return false
  const { title, speakers } = first.value
  if (isOfEvent(title) || !isCalledBy(folder, title)) return false
  if (speakers.length > 0) return true
  const told = lines.filter((line) => /^(?!\s*#).*\p{L}{2}/u.test(line))
  const own = told.filter((line) => !line.includes(']('))
  return title.includes(' ') && countWords(own.join(' ')) >= minWords && own.length * 2 >= told.length
}

/** `OarConf 2024 notes`, but not `2024 301 Tides that turn`. */
const isOfEvent = (title: string): boolean =>
  isEventTitle(title) || /\p{L}.*(?<!\d)(?:19|20)\d\d(?!\d)/u.test(title)

function isCalledBy(folder: string, title: string): boolean {
  const name = readableName(folder)
  const said = new Set(foldName(title).split(' '))
  const words = foldName(name)
    .split(' ')
    .filter((word) => !/^\d*$/.test(word))
  return isMostlyAbout(name, title) || (words.length >= 2 && words.every((word) => said.has(word)))
}

/** Fewer say where the parts of a talk are. */
const minWords = 10
