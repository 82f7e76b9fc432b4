import { peopleIn } from '../../notes/foreign/people.ts'
import { createIsName, hasNameShape, isKnownName, isRole } from '../../notes/foreign/person-names.ts'
import type { ShownLine, ShownRun } from './shown-lines.ts'

/** A talk as a cell of a programme gives it. */
export interface CellOfTalk {
  readonly title: string
  readonly speakers: readonly string[]
  readonly description: string
}

/** What of a line may name people: all of it, or what an element at its end or its beginning sets apart. */
interface MaybePeople extends ShownRun {
  /** What else the line says of a talk. */
  readonly rest: string
}

/**
 * Reads the title and the people of a cell. Names that many people have tell in which elements a programme has its people: what
 * stands in the same, and has the shape of names, is people too.
 */
export function createCellReader(
  cells: readonly (readonly ShownLine[])[],
): (lines: readonly ShownLine[]) => CellOfTalk | undefined {
  const isName = createIsName(cells.flatMap((lines) => lines.map(({ text }) => text)).join('\n'))
  const isKnown = (one: MaybePeople) => areNames(one.text, (people) => people.some(isName))
  const votes = new Map<string, Votes>()
  for (const lines of cells)
    for (const one of lines.length > 1 ? lines.slice(0, 2).flatMap(maybePeopleIn) : []) {
      const { named, han, all } = votes.get(one.sign) ?? noVotes
      const isHan = asShortAsHanName.test(one.text)
      votes.set(
        one.sign,
        isHan ? { named, han: han + 1, all } : { named: named + (isKnown(one) ? 1 : 0), han, all: all + 1 },
      )
    }
  const cellsWith = new Map<string, number>()
  for (const lines of cells)
    for (const name of new Set(
      lines.flatMap(({ text }) => (asShortAsHanName.test(text) ? [] : namesOf(text))),
    ))
      cellsWith.set(name, (cellsWith.get(name) ?? 0) + 1)
  // A room may be called like somebody.
  const maxCellsWithName = Math.max(minCellsOfRoom, cells.length / 8)
  const isOfPeople = ({ sign, text }: MaybePeople) => {
    const { named, han, all } = votes.get(sign) ?? noVotes
    const isPlace = (named >= minVotes && named * 2 >= all) || (han >= minVotes && han >= all * 2)
    return isPlace && (asShortAsHanName.test(text) || areNames(text, (people) => people.length > 0))
  }
  const peopleOf = (lines: readonly ShownLine[]): readonly (MaybePeople | undefined)[] => {
    const candidates = lines.map(maybePeopleIn)
    const placed = candidates.map((of) => of.find(isOfPeople))
    return placed.some(Boolean) ? placed : candidates.map((of) => of.find(isKnown))
  }
  // What stands between people and another line is mostly what they are, or mostly not.
  const between = cells.flatMap((lines) => {
    const at = peopleOf(lines).findIndex((one, index) => one !== undefined && index + 2 < lines.length)
    return at < 0 ? [] : [lines[at + 1]?.text ?? '']
  })
  const roles = between.filter((text) => isRole(text) || /\s@\s/.test(text)).length
  const areRolesBelow = roles >= minVotes && roles * 2 >= between.length
  return (lines) => {
    const people = peopleOf(lines)
    const titles = lines.map((line, index) => people[index]?.rest ?? withoutLinkBehind(line))
    const may = titles.map((title) => /\p{L}{2}/u.test(title) && !codeOfSession.test(title))
    const beside = may.findIndex((is, index) => is && !(areRolesBelow && people[index - 1] !== undefined))
    const at = beside < 0 ? may.indexOf(true) : beside
    const title = titles[at]
    const speakers = people
      .flatMap((one) => (one ? namesOf(one.text) : []))
      .filter((name) => (cellsWith.get(name) ?? 0) <= maxCellsWithName)
    if (title === undefined || speakers.length === 0 || title.length > maxTitleLength) return undefined
    const texts = lines.flatMap(({ text }, index) =>
      people[index] === undefined && index !== at && isTextOfTalk(text) ? [text] : [],
    )
    return { title, speakers: [...new Set(speakers)], description: texts.join('\n\n') }
  }
}

/** How many texts of a place name people, are as short as Chinese names, and are none of these or longer. */
interface Votes {
  readonly named: number
  readonly han: number
  readonly all: number
}

const noVotes: Votes = { named: 0, han: 0, all: 0 }

/** Fewer may be chance. */
const minVotes = 3
const minCellsOfRoom = 5
const maxTitleLength = 300

/** `6A-5`, `Talk 3:` */
const codeOfSession = /^(?:\p{L}+\s)?[\p{L}\d]{0,3}[-.]?\d{0,3}\s*[:.]?$/u

/** Others say where it is, in which track, or what a button does. */
const isTextOfTalk = (text: string): boolean => {
  const words = text.split(' ')
  return words.length >= minWordsOfText && words.slice(1).some((word) => /^\p{Ll}/u.test(word))
}
const minWordsOfText = 4

function maybePeopleIn({ text, runs }: ShownLine): readonly MaybePeople[] {
  const [first] = runs
  const last = runs.at(-1)
  if (first === undefined || last === undefined) return []
  if (first === last) return [{ text, sign: first.sign, rest: '' }]
  const before = text.slice(0, -last.text.length).replace(/(?:\s(?:by|von|par|por)|[\s|:,–—-])\s*$/i, '')
  const behind = text.slice(first.text.length)
  return [
    { text, sign: `${first.sign.split(' ')[0]} +`, rest: '' },
    { text: last.text, sign: `${last.sign} <`, rest: before.trim() },
    // What somebody is stands behind them.
    ...(/^\s*[|,@(–—-]/.test(behind) ? [{ text: first.text, sign: `${first.sign} >`, rest: '' }] : []),
  ]
}

/** A link at the end of a title leads to what is not it. */
function withoutLinkBehind({ text, runs }: ShownLine): string {
  const last = runs.at(-1)
  const isLink = runs.length > 1 && last && / a(?: |$)/.test(last.sign) && last.text.split(' ').length <= 2
  return isLink ? text.slice(0, -last.text.length).trim() : text
}

/** Whether a text is made of names, with what people are behind each, and these are such as is asked for. */
function areNames(text: string, areWanted: (people: readonly string[]) => boolean): boolean {
  const people = namesOf(text)
  const [first = ''] = people
  const behind = withoutRoles(text).startsWith(first) ? withoutRoles(text).slice(first.length) : undefined
  return (
    people.every(hasNameShape) &&
    behind !== undefined &&
    /^\s*(?:[,;|@(&/–—-]|(?:and|und|et|y|e)\s|$)/.test(behind) &&
    areWanted(people)
  )
}

const asShortAsHanName = /^\p{Script=Han}{2,4}$/u

const withoutRoles = (text: string): string => text.replace(rolesBefore, ' , ').replace(/^[\s,]+/, '')

const rolesBefore = /(?<![\p{L}])(?:moderators?|panell?ists?|speakers?|presenters?|chairs?|hosts?)\s*:\s*/giu

const namesOf = (text: string): readonly string[] => peopleIn(withoutRoles(text)).map(({ name }) => name)

/** Whether a line names somebody whom many people are called like. */
export const hasNames = (lines: readonly ShownLine[]): boolean =>
  lines.some(({ text }) => areNames(text, (people) => people.some(isKnownName)))
