import { parse as parseToml } from 'smol-toml'
import { isScalar, parseDocument } from 'yaml'
import { haveSameLetters, isGenericName, namesOneEvent } from '../words/event-names.ts'

/**
 * What a site is called, by the file that its maker reads; undefined if nobody has named it, or the file cannot be read.
 *
 *     siteNameIn('site_name: Oar Users\n', 'mkdocs.yml') // => 'Oar Users'
 */
export function siteNameIn(text: string, file: string): string | undefined {
  if (text.length > maxLength) return undefined
  const name = titleIn(text, file)?.trim() ?? ''
  const isNamed = /\p{L}{3}/u.test(name) && name.length <= maxNameLength && !name.includes('\n')
  const isGeneric = isGenericName(name) && !namesOneEvent(name)
  return isNamed && !isGeneric && !isOfTheme.test(name) && !isUnnamed.test(name) ? name : undefined
}

/**
 * What a site is called, without what it says of itself behind that, where a folder's or another name tells how far that goes.
 *
 *     withoutTagline('OarConf 2024: rowing for all', 'Oarconf') // => 'OarConf 2024'
 */
export function withoutTagline(title: string, name: string): string {
  const [called = ''] = title.split(/:\s|\s[^\p{L}\p{N}\s&+]\s/u)
  return haveSameLetters(called, name) ? called : title
}

/** What somebody has written by hand is shorter, in UTF-16 units. */
const maxLength = 100_000
const maxNameLength = 60

function titleIn(text: string, file: string): string | undefined {
  try {
    if (/\.toml$/i.test(file)) return titleOfToml(text)
    return /\.[cm]?[jt]s$/i.test(file) ? titleInProgram(text) : titleOfYaml(text)
  } catch {
    return undefined
  }
}

/** Zola hands what is named `[extra]` to a site's own templates, and asks for no title. */
function titleOfToml(text: string): string | undefined {
  const { title, extra } = parseToml(text)
  const inner = typeof extra === 'object' && 'title' in extra ? extra.title : undefined
  return [title, inner].find((one): one is string => typeof one === 'string')
}

/** The first title that is written out there: `siteMetadata: { title: 'Oar Days' }`. */
function titleInProgram(text: string): string | undefined {
  const [, ...written] =
    /^[ \t]*(?:title|siteName)[ \t]*:[ \t]*(?:"([^"\\\n]*)"|'([^'\\\n]*)'|`([^`\\$\n]*)`)/m.exec(text) ?? []
  return written.find((one) => one !== undefined)
}

/** A value with a tag is what a program makes of it: `!ENV SITE_NAME`. */
function titleOfYaml(text: string): string | undefined {
  const document = parseDocument(text, { prettyErrors: false, uniqueKeys: false, logLevel: 'silent' })
  // Other readers let more pass: texts that go on below without being indented.
  if (document.errors.length > 0) return titleOfLine(text)
  const found = titlePaths.map((path) => document.getIn(path, true)).find((node) => node !== undefined)
  return isScalar(found) && found.tag === undefined && typeof found.value === 'string'
    ? found.value
    : undefined
}

function titleOfLine(text: string): string | undefined {
  const [, ...written] =
    /^(?:site_name|title):[ \t]+(?:"([^"\\\n]*)"|'([^'\n]*)'|([\p{L}\d][^\n:#"'[{]*?))[ \t]*$/mu.exec(text) ??
    []
  return written.find((one) => one !== undefined)
}

/** Quarto names its sites and books within. */
const titlePaths = [['site_name'], ['title'], ['website', 'title'], ['book', 'title']]

/** What themes call the sites that show them, and what makers of sites call themselves. */
const isOfTheme =
  /^(?:minimal mistakes|just the docs|beautiful jekyll|al-folio|chirpy|minima|academic pages|so simple|cayman|hyde|lanyon|papermod|docsy|(?:material for )?mkdocs|jekyll|hugo|quarto|zola|hexo|docusaurus|gatsby|nuxt)(?: (?:default|blog|theme|starter|template|demo|example)){0,3}$/i
const isUnnamed =
  /^[{<]|^(?:(?:my|your|our|the|a|an|new) )*(?:(?:awesome|hugo|jekyll|personal|sample|example|project) )*(?:site |blog |project )?(?:title|name|site|website|blog|home ?page|home|index|welcome|untitled|docs|documentation|notes?|notebook|wiki|knowledge ?base|digital garden|portfolio)[.!]?$/i
