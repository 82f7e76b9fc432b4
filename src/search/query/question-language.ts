import { fold } from '../../text/fold.ts'
import { languageCodeOf, stopWordsOf } from '../analysis/lunr-language.ts'
import { roleOf } from './question-words.ts'

/**
 * Which words of a question only hold it together, or only ask, in the language that it is asked in: English ones are
 * known to `question-words.ts`, so this is about the other languages of the notes.
 * @param words of the question, folded
 * @param languages of the notes
 * @example wordsThatOnlyAsk(['chi', 'ha', 'parlato', 'di', 'asyncio'], ['en', 'it']) // => all but asyncio
 */
export function wordsThatOnlyAsk(
  words: readonly string[],
  languages: readonly string[],
): ReadonlySet<string> {
  const inEnglish = words.filter((word) => ['grammar', 'request'].includes(roleOf(word))).length
  const codes = new Set(languages.map(languageCodeOf))
  const candidates = Array.from(codes, (code) => words.filter((word) => isAskingWord(word, code)))
  const most = candidates.reduce((best, one) => (one.length > best.length ? one : best), [])
  return new Set(most.length > inEnglish && most.length >= minAskingWords ? most : [])
}

/** A single one may be a word of another language: `die` is German, and English. */
const minAskingWords = 2

function isAskingWord(word: string, code: string): boolean {
  return stopWordsOf(code).has(word) || alsoAsking.get(code)?.has(word) === true
}

/** What people say when they ask for talks, and common words that the lists of stop words lack. */
const asking: Readonly<Record<string, string>> = {
  da: 'foredrag talt taler talte sagde sagt handler',
  de: `vortrag vorträge talk talks gesprochen sprechen spricht sprach sagen sagt sagte gesagt erzählt erklärt gibt gab
    jemand wer wo wie was worum geht ging thema über notizen`,
  es: `charla charlas ponencia ponencias hablar habla hablan habló hablado hablaron decir dice dijo dijeron dicho hay
    alguna algún alguien quién qué cómo dónde cuál tema notas`,
  fr: `exposé exposés présentation conférence parler parle parlent parlé dire dit disent quelquun qui quoi comment où
    y il existe sujet notes`,
  it: `talk intervento interventi presentazione parlare parla parlano parlato dire dice dicono detto chi cosa come dove
    qualcuno qualche qualcosa tema note`,
  ja: 'について 誰 話し 話した 話 講演 トーク した し て た ます ました か',
  ko: '누가 무엇 어떤 대해 대한 발표 말했 있나요 있습니까',
  nl: 'praatje lezing gesproken spreken sprak zei gezegd vertelde iemand wie wat waar hoe over onderwerp',
  pl: 'prelekcja mówił mówili mówi powiedział kto co jak gdzie temat o',
  pt: `palestra palestras falar fala falam falou falado falaram dizer diz disse disseram há alguma algum alguém quem que
    como onde tema notas sobre`,
  ru: 'доклад доклады рассказывал рассказывали рассказал говорил говорили говорит сказал кто что как где о об про тема',
  sv: 'föredrag pratade pratat talade talat sade sagt någon vem vad hur var om',
  zh: '谁 誰 讲 講 讲了 講了 关于 關於 什么 什麼 演讲 演講 吗 嗎 了 的 有没有 有',
}

const alsoAsking: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(asking).map(([code, words]) => [code, new Set(words.split(/\s+/).map(fold))]),
)
