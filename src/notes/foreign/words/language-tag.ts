import { madeOnce } from '../../../text/remembering.ts'

// The languages that conferences are held in; their names are what schedules write instead of codes.
const codes =
  'ar bg ca cs da de el en es et eu fa fi fr gl he hi hr hu id it ja ko lt lv nb nl pl pt ro ru sk sl sr sv th tr uk vi zh'

/**
 * The BCP 47 tag of what a source calls a language, in its shortest form; undefined if it names none.
 *
 *     languageTag('eng') // => 'en'
 *     languageTag('pt_BR') // => 'pt-BR'
 *     languageTag('German') // => 'de'
 *     languageTag('Deutsch') // => 'de'
 *     languageTag('Deutsch / German') // => 'de'
 */
export function languageTag(language: string | undefined): string | undefined {
  const text = language?.trim().replaceAll('_', '-') ?? ''
  const name = text.toLowerCase()
  const named = codeOfName().get(name)
  if (named) return named
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(text))
    return text === '' ? undefined : (codeOfOtherName().get(name) ?? tagOfBoth(text))
  try {
    const { language: code, script, region } = new Intl.Locale(text)
    return code === 'und' ? undefined : [code, script, region].filter(Boolean).join('-')
  } catch {
    return undefined
  }
}

/** One language in two ways: `German (Deutsch)`, `English / EN`. Two languages are none. */
function tagOfBoth(text: string): string | undefined {
  const [first, second, ...others] = text.split(/[/()]/).filter((name) => name.trim() !== '')
  if (second === undefined || others.length > 0) return undefined
  const tag = languageTag(first)
  return tag === languageTag(second) ? tag : undefined
}

/** Whether a text is the code of such a language, be it of one country: `pt`, `pt-BR`. */
export const isLanguageCode = (text: string): boolean =>
  /^[a-z]{2}(?:[-_][a-z]{2,4})?$/i.test(text) && allCodes.has(text.slice(0, 2).toLowerCase())

const allCodes: ReadonlySet<string> = new Set(codes.split(' '))

const codeOfName = madeOnce(() => codesByName('en'))

/** Forms that are not in English name languages in their own, or as each language calls itself. */
const languagesOfForms = ['de', 'fr', 'es', 'it', 'pt', 'nl'] as const

/** Most sources give codes or English names. */
const codeOfOtherName: () => ReadonlyMap<string, string> = madeOnce(
  () =>
    new Map([
      ...languagesOfForms.flatMap((language) => [...codesByName(language)]),
      ...codes.split(' ').flatMap((code) => [...codesByName(code, [code])]),
    ]),
)

/** By what each language is called in one of them. */
function codesByName(
  language: string,
  named: readonly string[] = codes.split(' '),
): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames(language, { type: 'language' })
  return new Map(named.map((code) => [(names.of(code) ?? code).toLowerCase(), code]))
}
