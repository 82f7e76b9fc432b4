import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Peer, type PeerIndex, textWithNames } from './peer.ts'

export const winkPeer: Peer = {
  name: 'wink-bm25',
  configuration: 'title (weight 2) and text, k1 1.2, b 0.75; wink-nlp-utils takes stop words out and stems',
  build(documents) {
    const engine = createEngine()
    engine.defineConfig({ fldWeights: { title: 2, text: 1 }, bm25Params: { k1: 1.2, b: 0.75, k: 1 } })
    prepare(engine)
    for (const document of documents)
      engine.addDoc({ title: document.title, text: textWithNames(document) }, document.id)
    engine.consolidate()
    return openIndex(engine)
  },
  load(file) {
    const engine = createEngine()
    engine.importJSON(readFileSync(file, 'utf8'))
    prepare(engine)
    return openIndex(engine)
  },
}

type Task = (input: never) => unknown

/** The slice used here: the packages bring no types. */
interface Engine {
  defineConfig(config: {
    readonly fldWeights: Readonly<Record<string, number>>
    readonly bm25Params: { readonly k1: number; readonly b: number; readonly k: number }
  }): void
  definePrepTasks(tasks: readonly Task[]): void
  addDoc(document: Readonly<Record<string, string>>, id: string): void
  consolidate(): void
  search(text: string, limit: number): [id: string, score: number][]
  exportJSON(): string
  importJSON(json: string): void
}

interface Utils {
  readonly string: Readonly<Record<'lowerCase' | 'removeExtraSpaces' | 'tokenize0', Task>>
  readonly tokens: Readonly<Record<'removeWords' | 'stem', Task>>
}

const require = createRequire(import.meta.url)
const createEngine = require('wink-bm25-text-search') as () => Engine
const { string, tokens } = require('wink-nlp-utils') as Utils

function prepare(engine: Engine): void {
  engine.definePrepTasks([
    string.lowerCase,
    string.removeExtraSpaces,
    string.tokenize0,
    tokens.removeWords,
    tokens.stem,
  ])
}

function openIndex(engine: Engine): PeerIndex {
  return {
    search: (text, limit) => engine.search(text, limit).map(([id]) => id),
    save: (file) => writeFileSync(file, engine.exportJSON()),
  }
}
