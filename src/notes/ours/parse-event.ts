import * as z from 'zod'
import { isZone } from '../../calendar/is-zone.ts'
import { isJsonObject } from '../../text/is-json-object.ts'
import { nearestName } from '../../text/nearest-names.ts'
import { isWebAddress } from '../../text/web-address.ts'
import { withCapital } from '../../text/with-capital.ts'
import { dayIn, withoutDay, yearIn } from '../foreign/dates/written-dates.ts'
import { isDataName } from '../foreign/words/folder-names.ts'
import { asInNamesOfEvents } from '../foreign/words/known-series.ts'
import { withoutId } from '../foreign/words/titles.ts'
import type { Problem } from '../problem.ts'
import type { Event } from '../talk.ts'
import { parseYaml } from './parse-yaml.ts'
import { dateText, mapping, singleLine } from './schema.ts'

const eventSchema = mapping(
  {
    name: singleLine('give the event its name: `name: …`'),
    starts: dateText().optional(),
    ends: dateText().optional(),
    year: z.int({ error: 'write the year as a number: `year: 2012`' }).optional(),
    place: singleLine('write the place as text').optional(),
    url: singleLine('give the address: "https://…"').optional(),
    zone: zone().optional(),
    split: split().optional(),
  },
  'write one `key: value` a line',
)

/** Of an event.yml that says how notes are split, and nothing of the event. */
const splitAloneSchema = mapping({ split: split() }, 'write one `key: value` a line')

function zone() {
  const advice = 'write a time zone: `zone: Europe/Berlin`'
  return z.string({ error: advice }).refine(isZone, {
    error: ({ input }) => {
      const meant =
        typeof input === 'string' ? nearestName(input, Intl.supportedValuesOf('timeZone')) : undefined
      return meant === undefined ? advice : `did you mean ${meant}?`
    },
  })
}

/** Where the notes of an event's folder are split into talks, as somebody has said it: at a level of headings, or not. */
export type SplitRule = 'none' | number

/** `level 2`, `none`, or the same by file name. */
function split() {
  const error = 'write `split: none`, or `split: level 2` where `##` begins a talk, or either by file name'
  const rule = z
    .string({ error })
    .regex(/^\s*(?:none|level [1-6])\s*$/i, { error })
    .transform((text): SplitRule => (/none/i.test(text) ? 'none' : Number(/\d/.exec(text)?.[0])))
  return z.union([rule, z.record(z.string(), rule, { error })], { error })
}

export interface ParsedEvent {
  /** Without what is wrong in it; absent if it has no name, which it need not have if it says only how notes are split. */
  readonly event?: Event
  /** For all notes of the folder, or by the name of a file. */
  readonly split?: SplitRule | Readonly<Record<string, SplitRule>>
  readonly problems: readonly Problem[]
}

/**
 * Turns the text of an event.yml into an event. Any text is accepted and none throws. If the year is missing it is
 * that of the dates; an event of several years, such as a user group's meetings, has none.
 * @param id the name of the event's folder
 */
export function parseEvent(
  text: string,
  { id, file }: { readonly id: string; readonly file: string },
): ParsedEvent {
  const yaml = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const subject = 'the file'
  const alone = parseYaml(yaml, { schema: splitAloneSchema, file, subject }).value
  if (alone) return { split: alone.split, problems: [] }
  const { sound, problems, positionOf } = parseYaml(yaml, {
    schema: z.preprocess(ofOtherTools, eventSchema),
    file,
    subject,
  })
  if (!sound) return { problems }
  const warnings: Problem[] = []
  const warn = (key: keyof Event, message: string, advice: string) =>
    warnings.push({ severity: 'warning', file, ...positionOf([key]), message, advice })

  const { starts, ends, url, split, ...rest } = sound
  const year = rest.year ?? yearOf(starts, ends)
  if (starts && ends && ends < starts)
    warn('ends', `\`ends\` ${ends} lies before \`starts\` ${starts}`, 'mend the dates')
  const linked = url !== undefined && isWebAddress(url)
  if (url !== undefined && !linked) {
    const message = `the address ${JSON.stringify(url)} is left out, for it is not an http or https address`
    warn('url', message, 'give the whole address, beginning with https://')
  }
  if (isImported.test(yaml) && saysOfNoEvent(rest.name))
    warn(
      'name',
      `the event is called “${rest.name}”, which says what was imported, and not of which event`,
      'give the event its name: `name: …`',
    )
  return {
    event: {
      id,
      ...rest,
      ...(starts && { starts }),
      ...(ends && { ends }),
      ...(year !== undefined && { year }),
      ...(linked && { url }),
    },
    ...(split !== undefined && { split }),
    problems: [...problems, ...warnings],
  }
}

/** As an import has written it. */
const isImported = /^# Imported;/

/** Whether a name is that of a file or a folder of data: `Program`, `Website 2020`, `Imported talks`. */
function saysOfNoEvent(name: string): boolean {
  const bare = name.replace(/\s(?:19|20)\d\d$/, '')
  return (
    isDataName(bare) ||
    /^(?:imported talks|sessionize|api|data|src|content|public|static|website|site)$/i.test(bare)
  )
}

/** The event.yml of other tools calls the name `title`, and has keys that say nothing to Hallway. */
function ofOtherTools(value: unknown): unknown {
  if (!isJsonObject(value) || 'name' in value || !('title' in value)) return value
  const said = Object.entries(keysOfOtherTools).map(([key, theirs]) => [key, value[theirs]] as const)
  return Object.fromEntries(said.filter(([, one]) => one !== undefined && one !== ''))
}

const keysOfOtherTools = {
  name: 'title',
  starts: 'start_date',
  ends: 'end_date',
  year: 'year',
  place: 'location',
  url: 'website',
  zone: 'timezone',
  split: 'split',
}

function yearOf(starts: string | undefined, ends = starts): number | undefined {
  return starts && starts.slice(0, 4) === ends?.slice(0, 4) ? Number(starts.slice(0, 4)) : undefined
}

/**
 * The event of a folder that has no readable event.yml.
 * @param folderName what it is named for, if that is not its id
 * @example eventFromFolder('pycon-uk_2012') // => { id: 'pycon-uk_2012', name: 'PyCon UK 2012', year: 2012 }
 */
export function eventFromFolder(id: string, folderName = id): Event {
  const year = yearIn(folderName) ?? yearIn(dayIn(folderName) ?? '')
  return { id, name: nameOfFolder(folderName), ...(year !== undefined && { year }) }
}

const namesNoEvent = new RegExp(
  [
    '^(?:(?:my|our|the|a|tech|dev|public|old|misc|raw|study|lecture|talks?|sessions?|conferences?|confs?|',
    String.raw`meet-?ups?|events?|university|reading)(?:[-_ ](?=\S)|$))*(?:(?:19|20)\d\d)?$`,
  ].join(''),
  'i',
)

/** `notes-oarconf-2024` and `oar-days-2024-talk-notes` are called like the event, unless nothing else names it. */
function withoutNotes(name: string): string {
  const bare = name
    .replace(/^(?:my[-_ ])?notes?[-_ ](?:(?:from|on|of)[-_ ])?(?=\p{L}{3})/iu, '')
    .replace(/[-_. ](?:talk[-_ ])?notes?(?=[-_. ](?:19|20)\d\d$|$)/i, '')
    // What a site of an event is called by whoever makes it: `oarconf-website`.
    .replace(/^(?:web|site)[-_](?=\p{L}{3})/iu, '')
    .replace(
      /(?<=\p{L}{3}(?:[-_. ]?(?:19|20)\d\d)?)[-_. ](?:web[-_ ]?site|home[-_ ]?page|schedule|frontend)(?=[-_. ](?:19|20)\d\d$|$)/iu,
      '',
    )
    .replace(/(?<=(?:[Cc]onf|[Cc]on|[Dd]ays?|[Ff]est|[Cc]amp|[Ss]ummit|\d{4}))Web[Ss]ite$/u, '')
    // The pages that a repository has beside its files: `oarconf-2019.wiki`.
    .replace(/(?<=(?:19|20)\d\d)[-_. ]wiki$/i, '')
    // Where it is published: `oarconf.github.io`, `www.oarconf.org`, `2019.oarconf.org`.
    .replace(/^((?:19|20)\d\d)\.(\p{L}[\p{L}\d-]*)\.\p{L}{2,6}$/iu, '$2_$1')
    .replace(/^www\.(?=\p{L})/iu, '')
    .replace(/(?<=[\p{L}\d]{3})\.(?:(?:github|gitlab)\.io|com|org|net|io|dev|info|eu|conf)$/iu, '')
  return namesNoEvent.test(bare) ? name : bare
}

/** `2024_03_oar_days` → `oar_days_2024`, as people say it. If there are blanks, it is written as it is to be read. */
const yearLast = (name: string): string =>
  name.replace(
    /^((?:19|20)\d\d)(?:[-_.](?:0[1-9]|1[0-2]))?(?:[-_.][0-3]\d)?[-_]+(?=\D*$)(\p{L}[^\s]*\p{L}[^\s]*)$/u,
    (_, year: string, rest: string) => `${rest}_${year}`,
  )

function nameOfFolder(folder: string): string {
  const named = withoutId(folder)
  const undated = withoutDay(named)
  const bare = yearLast(withoutNotes(/\p{L}{3}/u.test(undated) && dayIn(named) ? undated : named))
  // If there are blanks, somebody has written it as it is to be read.
  if (/\s/.test(bare)) return withCapital(bare.replace(/[_\s]+/g, ' '))
  // `OarConf2019`
  const words = bare
    .replace(/(?<=\p{Ll}{2})(?=(?:19|20)\d\d$)/u, '_')
    .split(/[-_]+/)
    .filter((word) => word !== '')
  return words.map(asInNamesOfEvents).join(' ') || folder
}
