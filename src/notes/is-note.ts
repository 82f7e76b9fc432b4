/** Which files and folders are read, by their names alone. */

/** Of the name of a file that may be a note. */
export const noteEnding = /\.(?:md|markdown|mdx|qmd|mdown|mkd|txt|rst|org|adoc|asciidoc)$/i
/** A repository's own papers, and lists that programs read. */
const paper = new RegExp(
  [
    String.raw`^(?:contributing[-_.\w]*|readme\.[-_.\w]+|claude|agents|ofl|licen[cs]e[-_.\w]*|copying|changelog|`,
    String.raw`code[-_]of[-_]conduct|privacy[-_]policy|imprint|impressum|terms[-_]of[-_](?:use|service)|security|requirements[-_.\w]*|constraints|cmakelists|robots|humans|`,
    'pull_request_template|issue_template)$',
  ].join(''),
  'i',
)
/** Of texts alone: `runtime.txt` says which Python a host should run. */
const setting = /^(?:runtime|cname|procfile|version|conanfile|proguard[-_.\w]*)\.txt$/i
const introduction = /^(?:readme|index|_index)\.(?:md|markdown|mdx|qmd|rst|org|adoc|txt)$/i
const template = /^(?:templates?|archetypes|layouts|partials|snippets)$/i
const machinery = new RegExp(
  [
    String.raw`^(?:node_modules|bower_components|vendor|venv|dist|wwwroot|assets|coverage|__tests__|obj|reveal\.?js|`,
    'themes?|site-packages|fonts|__pycache__|pods|carthage)$',
  ].join(''),
  'i',
)
/** Jekyll's collections, whose folders begin with `_` like those that are nobody's to read. */
const collection = new RegExp(
  [
    '^_(?:posts|talks?|notes|sessions|presentations|conferences|events|articles|pages|docs|speaking|keynotes|profiles|',
    'lightning(?:[-_]?talks)?|workshops|trainings|tutorials|lectures|meetups|reviews|archives?|',
    String.raw`(?:speakers?|people|persons?|participants|presenters?|authors)(?:[-_](?:19|20)\d\d)?)$`,
  ].join(''),
  'i',
)

export const isNoteName = (name: string): boolean =>
  noteEnding.test(name) &&
  !/^[._]/.test(name) &&
  !introduction.test(name) &&
  !paper.test(fileStem(name)) &&
  !setting.test(name) &&
  !/^template\b|\btemplate$|welcome-to-jekyll$/i.test(fileStem(name))

/** Whether a file could be a note by the ending of its name. */
export const isNoteEnding = (name: string): boolean => noteEnding.test(name)

/** `README.md`, `index.md` and `_index.md`: what introduces a folder, or is all that is in it. */
export const isIntroduction = (name: string): boolean => introduction.test(name)

/** The files in which makers of sites are told what the site is called. */
export const isSiteFile = (name: string): boolean =>
  /^(?:_config|mkdocs|_quarto|hugo|config)\.(?:ya?ml|toml)$|^(?:gatsby-|(?:docusaurus|nuxt|gridsome)\.)config\.[cm]?[jt]s$/i.test(
    name,
  )

/** Whether notes are looked for in a folder of that name. */
export const isReadFolder = (name: string): boolean =>
  !name.startsWith('.') &&
  (!name.startsWith('_') || collection.test(name)) &&
  !machinery.test(name) &&
  !template.test(name)

/** Whether a file holds what only an import can read. */
export const isSourceName = (name: string): boolean =>
  /\.(?:jsonl?|ndjson|xml|ics|csv|tsv|ya?ml|toml|html?|vtt|srt)(?:\.gz)?$/i.test(name) &&
  !isTomlOfTools.test(name)

/** TOML is mostly what tools are told. */
const isTomlOfTools =
  /^(?:config|hugo|zola|netlify|wrangler|cargo|pyproject|poetry|rustfmt|clippy|book|theme|languages?|menus?|params|module|markup|deploy|taxonomies|fly|vercel|ruff|taplo|mise|buf|stylua|gitleaks|\.?[\w-]*lint)(?:\.\w+)*\.toml$/i

/** `_talks.yml`, `_schedule.json`: what sites keep of their programme, though such names are mostly nobody's to read. */
export const isProgrammeName = (name: string): boolean =>
  /^_(?:talks?|sessions?|schedules?|program(?:me)?|agenda|line-?up|presentations|speakers?|videos?)\.(?:ya?ml|json)$/i.test(
    name,
  )

/** Whether a list of talks is called so: `talks.csv`, `_data/sessions-2023.yml`. */
export const isListOfTalks = (name: string): boolean =>
  /^(?:talks?|sessions?|schedules?|program(?:me)?|agenda|presentations|lectures|charlas|vortr(?:ä|ae)ge)(?:[-_ ]?(?:19|20)\d\d)?\.(?:ya?ml|json|csv|tsv)$/iu.test(
    name,
  )

/** Whether a file is a program's source: what introduces a program is no note. */
export const isCodeName = (name: string): boolean =>
  /\.(?:[cm]?[jt]sx?|py|rb|go|rs|java|kt|scala|swift|cs|cpp|c|h|php|vue|sh|ipynb)$/i.test(name)

const fileStem = (name: string) => name.replace(/\.[^.]*$/, '')
