/** The files in which makers of sites are told what the site is called. */
export const isSiteFile = (name: string): boolean =>
  /^(?:_config|mkdocs|_quarto|hugo|config)\.(?:ya?ml|toml)$/i.test(name)

/**
 * What a site is called, by the file that its maker reads; undefined if nobody has named it.
 *
 *     siteNameIn('site_name: Oar Meetup\n') // => 'Oar Meetup'
 */
export function siteNameIn(text: string): string | undefined {
  const [, said = ''] = ownName.exec(text) ?? nestedName.exec(text) ?? []
  const [, quoted, bare = ''] = /^(?:"([^"\n]*)"|'([^'\n]*)')/.exec(said) ?? []
  const name = (quoted ?? (bare || said.replace(/\s+#.*$/, ''))).trim()
  return /\p{L}{3}/u.test(name) && name.length <= maxNameLength && !isUnnamed.test(name) ? name : undefined
}

const ownName = /^(?:site_name|title)[ \t]*[:=][ \t]*(\S[^\n]*)$/m
/** Quarto names its site and its books within. */
const nestedName = /^(?:website|book):[ \t]*\n(?:[ \t]+(?!title:)[^\n]*\n){0,9}[ \t]+title:[ \t]*(\S[^\n]*)$/m
const maxNameLength = 60
const isUnnamed =
  /^[>|&*{[]|^(?:(?:my|your|the|a|an|new) )*(?:awesome |hugo |jekyll |personal )*(?:title|site|website|blog|home ?page|docs|documentation)$/i
