import { readdir } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { readWholeText } from '../../files/read-regular-file.ts'
import { yearIn } from '../../notes/foreign/dates/written-dates.ts'
import { namesById } from '../../notes/foreign/sites/people-by-id.ts'
import { isBesideName } from '../../notes/foreign/words/folder-names.ts'
import { parseJson } from '../../text/parse-json.ts'
import { parseLooseYaml } from './loose-yaml.ts'
import type { LooseRecord } from './record-talk.ts'

/** What lies beside the list of talks in the data of a conference's site, in files of its own. */
export interface SiteData {
  /** Names of people by what talks call them. */
  readonly names: ReadonlyMap<string, string>
  /** Who speaks, by the id of a session, if people say what they give. */
  readonly speakersOf: ReadonlyMap<string, readonly string[]>
  /** Files that lie there and cannot be read. */
  readonly unread: readonly string[]
  /** Fields that say when and where, by the id of a session. */
  readonly slots: ReadonlyMap<string, LooseRecord>
}

/** Those of a year have it behind: `speakers2023.yml`. */
const besides =
  /^(?:speakers?|people|schedule|timetable|tracks?|rooms?|venues?)(?:[-_]?(?:19|20)\d\d)?\.(?:ya?ml|json)$/i
const ofPeople = /^(?:speakers?|people)(?![a-z])/i
const talkFileName = /^(?:sessions?|talks?|presentations?|videos?)(?:[-_]?(?:19|20)\d\d)?\.(?:ya?ml|json)$/i

/** Reads speakers and schedule from the folder of a list of talks; what is not there or no such file gives nothing. */
export async function readSiteData(path: string): Promise<SiteData> {
  const folder = dirname(path)
  const all = (await readdir(folder).catch(() => [])).filter(
    (name) => besides.test(name) && name !== basename(path),
  )
  const year = yearIn(basename(path))
  const hasOwn = all.some((name) => year !== undefined && yearIn(name) === year)
  // Each year counts its people from one.
  const files = all.filter((name) => yearIn(name) === (hasOwn ? year : undefined))
  const names = new Map<string, string>()
  const slots = new Map<string, LooseRecord>()
  const unread: string[] = []
  const given: (readonly [id: string, name: string])[] = []
  for (const file of files) {
    const text = await readWholeText(join(folder, file)).catch(() => '')
    const value = /\.json$/i.test(file) ? parseJson(text) : yamlIn(text)
    if (value === undefined) unread.push(file)
    if (ofPeople.test(file)) {
      for (const [id, name] of namesById(value)) names.set(id, name)
      given.push(...sessionsOfPeople(value))
    } else for (const [id, slot] of slotsIn(value)) slots.set(id, slot)
  }
  const speakersOf = new Map(
    [...Map.groupBy(given, ([id]) => id)].map(([id, of]) => [id, of.map(([, name]) => name)] as const),
  )
  return { names, slots, speakersOf, unread }
}

/** Of people that say which sessions they give, each session with a name: `sessions: [12]`, `sessionIds: ['tides']`. */
function* sessionsOfPeople(value: unknown): Generator<readonly [id: string, name: string]> {
  for (const person of [value].flat(2)) {
    const record = recordOf(person) as LooseRecord
    const [found] = namesById([{ ...record, id: '' }])
    const ids = Object.entries(record).flatMap(([key, one]) =>
      /^(?:sessions?|talks?|presentations?)(?:[-_]?ids?)?$/i.test(key) ? [one].flat() : [],
    )
    for (const one of found ? ids : []) {
      const id = typeof one === 'object' && one !== null ? (one as LooseRecord).id : one
      if (found && (typeof id === 'string' || typeof id === 'number')) yield [String(id), found[1]]
    }
  }
}

/**
 * The names of people who have a file each, in a folder beside that of the talks: by what talks call them, which is what
 * the file is called too.
 */
export async function readNamesBeside(
  path: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>()
  const above = dirname(dirname(resolve(path)))
  for (const id of ids) {
    if (!/^[\p{L}\d][\p{L}\d_-]*$/u.test(id)) continue
    for (const file of foldersOfPeople.flatMap((folder) =>
      endings.map((ending) => `${folder}/${id}.${ending}`),
    )) {
      const text = await readWholeText(join(above, file)).catch(() => undefined)
      if (text === undefined) continue
      const [found] = namesById([
        { id, ...recordOf(file.endsWith('.json') ? parseJson(text) : yamlIn(text)) },
      ])
      if (found) names.set(id, found[1])
      break
    }
  }
  return names
}

const foldersOfPeople = ['speakers', 'people', 'authors']
const endings = ['yml', 'yaml', 'json']

/** A document alone is one of several too. */
function recordOf(value: unknown): object {
  const [one] = [value].flat()
  return typeof one === 'object' && one !== null ? one : {}
}

/** What else such a folder holds. */
const noTalks = new RegExp(
  [
    '^(?:conference|conf|config|site|sponsors?|partners|team|organi[sz]ers?|crew|staff|jobs|faq|nav(?:igation)?|',
    String.raw`event|series|involvements|cfp)\.(?:ya?ml|json)$`,
  ].join(''),
  'i',
)

/** Whether a file says more of the talks that another one beside it lists, or of their conference. */
export async function isBesideTalks(path: string): Promise<boolean> {
  const folder = dirname(path)
  if (isBesideName(basename(resolve(folder)))) return true
  if (!besides.test(basename(path)) && !noTalks.test(basename(path))) return false
  if (await holdsTalkFile(folder)) return true
  // What a series of events says of itself stands above them.
  if (!/^series\./i.test(basename(path))) return false
  const inner = await readdir(folder, { withFileTypes: true }).catch(() => [])
  for (const entry of inner)
    if (entry.isDirectory() && (await holdsTalkFile(join(folder, entry.name)))) return true
  return false
}

/** Whether a list that names nobody lies beside one of talks: what is shown there, or told of the event. */
export const isBesideListOfTalks = async (path: string): Promise<boolean> =>
  !talkFileName.test(basename(path)) && (await holdsTalkFile(dirname(path)))

const holdsTalkFile = async (folder: string): Promise<boolean> =>
  (await readdir(folder).catch(() => [])).some((name) => talkFileName.test(name))

function yamlIn(text: string): unknown {
  const read = parseLooseYaml(text)
  return 'value' in read ? read.value : undefined
}

/** Of days with time slots, each with the ids of its sessions, one a track. */
function* slotsIn(value: unknown): Generator<readonly [id: string, slot: LooseRecord]> {
  if (Array.isArray(value)) {
    for (const one of value) yield* slotsIn(one)
    return
  }
  if (typeof value !== 'object' || value === null) return
  const day = value as LooseRecord
  if (!Array.isArray(day.timeslots)) {
    for (const one of Object.values(day)) if (typeof one === 'object') yield* slotsIn(one)
    return
  }
  const tracks = Array.isArray(day.tracks) ? day.tracks : []
  for (const slot of day.timeslots) {
    if (typeof slot !== 'object' || slot === null) continue
    const { startTime, endTime, sessionIds } = slot as LooseRecord
    const ids = Array.isArray(sessionIds) ? sessionIds : []
    for (const [track, of] of ids.entries())
      for (const id of Array.isArray(of) ? of : [of])
        yield [
          String(id),
          {
            date: day.date,
            start: startTime,
            end: endTime,
            ...(ids.length > 1 && { room: (tracks[track] as LooseRecord | undefined)?.title }),
          },
        ]
  }
}
