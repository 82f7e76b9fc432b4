import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { readWholeText } from '../files/read-regular-file.ts'
import { isYear, yearIn } from '../notes/foreign/dates/written-dates.ts'
import { hasNameShape } from '../notes/foreign/people/person-names.ts'
import { siteNameIn } from '../notes/foreign/sites/site-name.ts'
import {
  eventNameOf,
  haveSameLetters,
  isEventName,
  isEventTitle,
  isGenericName,
} from '../notes/foreign/words/event-names.ts'
import { isSiteName } from '../notes/foreign/words/folder-names.ts'
import { isSiteFile } from '../notes/is-note.ts'
import { eventFromFolder } from '../notes/ours/parse-event.ts'
import { foldName } from '../text/fold.ts'
import { parseJson } from '../text/parse-json.ts'
import { parseLooseYaml } from './formats/loose-yaml.ts'

/*
 * What a folder that holds a site says of whose it is, each by a file: what its maker is told, its data, what introduces it, and
 * where it is published. Undefined if there is no such file, or it does not say it.
 */

/** What the site is called that a folder holds, if its maker is told that there. */
export async function readNameOfSite(folder: string): Promise<string | undefined> {
  // Hugo's may stand in folders of their own.
  for (const place of [folder, join(folder, 'config', '_default')]) {
    const file = (await namesIn(place)).find(isSiteFile)
    const name = file === undefined ? undefined : siteNameIn(await textOf(place, file), file)
    if (name !== undefined) return name
  }
  return undefined
}

/**
 * What README says in its first heading that a folder is of, if it is an event of few words that holds what the folder is called, if
 * that says anything.
 *
 *     '# OarConf website 2024' // => 'OarConf 2024'
 */
export async function readNameInReadme(folder: string): Promise<string | undefined> {
  const file = (await namesIn(folder)).find((name) => /^readme\.(?:md|markdown)$/i.test(name))
  const text = file === undefined ? '' : await textOf(folder, file)
  const [, heading = ''] = /^#\s+(\S[^\n]{2,100})$/m.exec(text) ?? []
  const name = eventNameOf(heading.replace(/(?:\s+[-–—|])?\s+(?:web ?site|site)\b/i, ''))
  const isWritten = /^[\p{L}\d .:’'!-]+$/u.test(name) && name.split(/\s+/).length <= maxWordsOfName
  const isCode = !/\s/.test(name) && (/[-_.]/.test(name) || !/\p{Lu}/u.test(name))
  if (!isWritten || isCode || isGenericName(name) || isSiteName(name)) return undefined
  const called = eventFromFolder(basename(folder))
  const year = yearIn(name)
  // What was copied from another year's.
  if (year !== undefined && called.year !== undefined && year !== called.year) return undefined
  if (haveSameLetters(name, called.name))
    return year === undefined && called.year !== undefined ? `${name} ${called.year}` : name
  const isSaid = saysNothing(basename(folder)) || lettersOf(name).includes(lettersOf(called.name))
  return isEventTitle(name) && isSaid ? name : undefined
}

const maxWordsOfName = 5

/** `website`, `2024`, `site-2024`. */
const saysNothing = (folder: string): boolean =>
  isYear(folder) || isSiteName(folder.replace(/[-_. ]?(?:19|20)\d\d$/, '')) || isGenericName(folder)

const lettersOf = (text: string): string => foldName(text).replace(/[^\p{L}]/gu, '')

/** What a site is called by its domain: `oarconf` of `www.oarconf.org`. */
export async function readNameInDomain(folder: string): Promise<string | undefined> {
  for (const place of ['.', 'static', 'public', 'source', 'src']) {
    const domain = (await textOf(join(folder, place), 'CNAME')).trim()
    if (!/^[a-z\d-]+(?:\.[a-z\d-]+)+$/i.test(domain)) continue
    const name =
      domain
        .split('.')
        .slice(0, -1)
        .find((part) => !ofAnyDomain.test(part)) ?? ''
    return /[a-z]{4}/i.test(name) ? eventFromFolder(name).name : undefined
  }
  return undefined
}

const ofAnyDomain = /^(?:www\d?|(?:19|20)\d\d|conf(?:erence)?|events?|live|talks?|schedule|program(?:me)?)$/i

/**
 * What the data of a site say of their conference: `conference.yml` with its name, and when it is.
 *
 *     { name: 'Oar Days', year: 2024, place: 'Ely' } // => 'Oar Days 2024'
 */
export async function readNameInData(folder: string): Promise<string | undefined> {
  const files = (await namesIn(folder)).filter((name) => ofConference.test(name))
  for (const file of files.sort()) {
    const text = await textOf(folder, file)
    const { name, ...rest } = recordOf(file.endsWith('.json') ? parseJson(text) : yamlIn(text))
    if (typeof name !== 'string' || !saysWhen(rest, file) || !mayBeConference(name, file)) continue
    const year = /^(?:19|20)\d\d$/.test(String(rest.year)) ? ` ${rest.year}` : ''
    return yearIn(name) === undefined ? `${name.trim()}${year}` : name.trim()
  }
  return undefined
}

const ofConference = /^(?:conference|conf|event|info|site)\.(?:ya?ml|json)$/i

/** Whatever is called otherwise than a conference must be of some year. */
const saysWhen = (record: Readonly<Record<string, unknown>>, file: string): boolean =>
  Object.entries(record).some(
    ([key, value]) =>
      /^(?:year|dates?|when|starts?|start_?date)$/i.test(key) &&
      (/^conf/i.test(file) || yearIn(JSON.stringify(value)) !== undefined),
  )

/** Not what a program calls it: `oar-days`. `site.json` may be on whoever made the site, so that there it must be called like one. */
function mayBeConference(name: string, file: string): boolean {
  const isName = /\p{L}{2}/u.test(name) && name.length <= maxLengthOfName && /[\s\p{Lu}]/u.test(name)
  return (
    isName && (!/^(?:info|site)\./i.test(file) || isEventName(name) || /\d/.test(name) || !hasNameShape(name))
  )
}

const maxLengthOfName = 60

const namesIn = async (folder: string): Promise<readonly string[]> => await readdir(folder).catch(() => [])

const textOf = async (folder: string, file: string): Promise<string> =>
  await readWholeText(join(folder, file)).catch(() => '')

/** A document alone is one of several too. */
function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  const [one] = [value].flat()
  return typeof one === 'object' && one !== null ? { ...one } : {}
}

function yamlIn(text: string): unknown {
  const read = parseLooseYaml(text)
  return 'value' in read ? read.value : undefined
}
