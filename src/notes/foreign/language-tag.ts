// The languages that conferences are held in; their English names are what schedules write instead of codes.
const codes =
  'ar bg ca cs da de el en es et eu fa fi fr gl he hi hr hu id it ja ko lt lv nb nl pl pt ro ru sk sl sr sv th tr uk vi zh'

/**
 * The BCP 47 tag of what a source calls a language, in its shortest form; undefined if it names none.
 *
 *     languageTag('eng') // => 'en'
 *     languageTag('pt_BR') // => 'pt-BR'
 *     languageTag('German') // => 'de'
 */
export function languageTag(language: string | undefined): string | undefined {
  const text = language?.trim().replaceAll('_', '-') ?? ''
  const named = codeOfName.get(text.toLowerCase())
  if (named) return named
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(text)) return undefined
  try {
    const { language: code, script, region } = new Intl.Locale(text)
    return code === 'und' ? undefined : [code, script, region].filter(Boolean).join('-')
  } catch {
    return undefined
  }
}

/** Whether a text is the code of such a language, be it of one country: `pt`, `pt-BR`. */
export const isLanguageCode = (text: string): boolean =>
  /^[a-z]{2}(?:[-_][a-z]{2,4})?$/i.test(text) && allCodes.has(text.slice(0, 2).toLowerCase())

const allCodes: ReadonlySet<string> = new Set(codes.split(' '))

const codeOfName: ReadonlyMap<string, string> = nameCodes(new Intl.DisplayNames('en', { type: 'language' }))

function nameCodes(english: Intl.DisplayNames): ReadonlyMap<string, string> {
  return new Map(codes.split(' ').map((code) => [(english.of(code) ?? code).toLowerCase(), code]))
}
