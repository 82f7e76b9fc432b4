import { madeOnce } from '../../text/remembering.ts'

// The languages that conferences are held in; schedules also write their names instead of codes, in English or their own.
const codes =
  'ar bg ca cs da de el en es et eu fa fi fr gl he hi hr hu id it ja ko lt lv nb nl pl pt ro ru sk sl sr sv th tr uk vi zh'

/**
 * The BCP 47 tag of what a source calls a language, in its shortest form; undefined if it names none.
 *
 *     languageTag('eng') // => 'en'
 *     languageTag('pt_BR') // => 'pt-BR'
 *     languageTag('German') // => 'de'
 *     languageTag('Deutsch') // => 'de'
 */
export function languageTag(language: string | undefined): string | undefined {
  const text = language?.trim().replaceAll('_', '-') ?? ''
  const named = codeOfName().get(text.toLowerCase())
  if (named) return named
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(text)) return undefined
  try {
    const { language: code, script, region } = new Intl.Locale(text)
    return code === 'und' ? undefined : [code, script, region].filter(Boolean).join('-')
  } catch {
    return undefined
  }
}

const codeOfName = madeOnce((): ReadonlyMap<string, string> => {
  const english = namesIn('en')
  return new Map(
    codes
      .split(' ')
      .flatMap((code) =>
        [namesIn(code), english].map((names) => [(names.of(code) ?? code).toLowerCase(), code] as const),
      ),
  )
})

const namesIn = (code: string) => new Intl.DisplayNames(code, { type: 'language' })
