import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { modelDescription } from '../../src/meaning/model/model-description.ts'
import { writeFolder } from '../helpers/temporary-folder.ts'

/** Words that mean the same to the tiny model; each of the others means something of its own. */
const meanings = [
  ['kettle', 'kettles', 'boiler'],
  ['lid', 'lids', 'cover'],
  ['leaf', 'leaves', 'foliage'],
  ['hot', 'warm', 'heat'],
]

/**
 * Packages of the names that run models, which run the tiny one: a word is a token, its vector one of few axes. What is
 * encoded is written to a file, a text a line.
 */
const packages = {
  'node_modules/onnxruntime-node/package.json': '{ "name": "onnxruntime-node", "main": "index.js" }',
  'node_modules/onnxruntime-node/index.js': `
const { appendFileSync, existsSync, readFileSync } = require('node:fs')
const { join } = require('node:path')
exports.Tensor = class { constructor(type, data, dims) { Object.assign(this, { type, data, dims }) } }
exports.InferenceSession = {
  async create(path) {
    const has = (name) => existsSync(join(path, '..', name))
    appendFileSync(join(path, '../processes'), process.pid + '\\n')
    if (has('starves')) throw new Error('Load model failed:std::bad_alloc')
    const { dimensions } = JSON.parse(readFileSync(path, 'utf8'))
    return {
      inputNames: ['input_ids', 'attention_mask'],
      outputNames: ['last_hidden_state'],
      async run({ input_ids: { data, dims } }) {
        if (has('dies')) process.exit(7)
        if (has('is-killed')) process.kill(process.pid, 'SIGKILL')
        if (has('starves')) throw new Error('Non-zero status code returned\\nwhile running: std::bad_alloc')
        while (has('slow')) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
        appendFileSync(join(path, '../runs'), String(dims[0]) + '\\n')
        const vectors = new Float32Array(data.length * dimensions)
        data.forEach((id, at) => { vectors[at * dimensions + Number(id)] = 1 })
        return { last_hidden_state: { data: vectors, dims: [...dims, dimensions] } }
      },
    }
  },
}
`,
  'node_modules/@huggingface/tokenizers/package.json':
    '{ "name": "@huggingface/tokenizers", "main": "index.js" }',
  'node_modules/@huggingface/tokenizers/index.js': `
exports.Tokenizer = class {
  constructor({ meanings }) { this.meanings = meanings }
  encode(text) {
    const words = text.toLowerCase().match(/[a-z]+/g) ?? ['nothing']
    const other = (word) => 4 + [...word].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 12
    const id = (word) => this.meanings.findIndex((same) => same.includes(word))
    return { ids: words.map((word) => (id(word) < 0 ? other(word) : id(word))) }
  }
}
`,
  'package.json': '{}',
}

/** The folder of packages that run tiny models. */
export function tinyRuntime(): string {
  return writeFolder(packages)
}

/** The files of a tiny model that gives a few numbers a text. */
export function tinyFiles() {
  return { 'model.onnx': JSON.stringify({ dimensions: 16 }), 'tokenizer.json': JSON.stringify({ meanings }) }
}

export const tinyDescription = modelDescription.parse({
  name: 'tiny',
  dimensions: 16,
  pooling: 'mean',
  maxTokens: 64,
})

/** A model in its folder, its description beside its files. */
export function tinyModelFiles({ dimensions = 16, ...changes }: Partial<typeof tinyDescription> = {}) {
  const files = tinyFiles()
  const checksums = {
    'model.onnx': sha256(files['model.onnx']),
    'tokenizer.json': sha256(files['tokenizer.json']),
  }
  return { ...files, 'model.json': JSON.stringify({ ...tinyDescription, dimensions, ...changes, checksums }) }
}

/** The processes that have loaded a model in this folder and are not gone yet, ended ones that nobody took notice of included. */
export function runningIn(folder: string): readonly number[] {
  const processes = readFileSync(join(folder, 'processes'), 'utf8').trim().split('\n').map(Number)
  return processes.filter((pid) => {
    try {
      return process.kill(pid, 0)
    } catch {
      return false
    }
  })
}

/** How many texts a model in this folder has encoded, the one that every start tries it with left out. */
export function encodedBy(folder: string): number {
  const runs = readFileSync(join(folder, 'runs'), 'utf8').trim().split('\n').map(Number)
  return runs.reduce((sum, texts) => sum + texts, 0)
}

export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex')
