import { parse as parseToml } from 'smol-toml'
import { isScalar, parseDocument } from 'yaml'
import { isGenericName, namesOneEvent } from '../words/event-names.ts'

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

/** What somebody has written by hand is shorter, in UTF-16 units. */
const maxLength = 100_000
const maxNameLength = 60

function titleIn(text: string, file: string): string | undefined {
  try {
    return /\.toml$/i.test(file) ? titleOfToml(text) : titleOfYaml(text)
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

/** A value with a tag is what a program makes of it: `!ENV SITE_NAME`. */
function titleOfYaml(text: string): string | undefined {
  const document = parseDocument(text, { prettyErrors: false, uniqueKeys: false, logLevel: 'silent' })
  if (document.errors.length > 0) return undefined
  const found = titlePaths.map((path) => document.getIn(path, true)).find((node) => node !== undefined)
  return isScalar(found) && found.tag === undefined && typeof found.value === 'string'
    ? found.value
    : undefined
}

/** Quarto names its sites and books within. */
const titlePaths = [['site_name'], ['title'], ['website', 'title'], ['book', 'title']]

/** What themes call the sites that show them, and what makers of sites call themselves. */
const isOfTheme =
  /^(?:minimal mistakes|just the docs|beautiful jekyll|al-folio|chirpy|minima|academic pages|so simple|cayman|hyde|lanyon|papermod|docsy|(?:material for )?mkdocs|jekyll|hugo|quarto|zola|hexo|docusaurus)(?: (?:theme|starter|template|demo|example)){0,2}$/i
const isUnnamed =
  /^[{<]|^(?:(?:my|your|our|the|a|an|new) )*(?:(?:awesome|hugo|jekyll|personal|sample|example|project) )*(?:site |blog |project )?(?:title|name|site|website|blog|home ?page|home|index|welcome|untitled|docs|documentation|notes?|notebook|wiki|knowledge ?base|digital garden|portfolio)[.!]?$/i
