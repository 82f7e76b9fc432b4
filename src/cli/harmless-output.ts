import type { Writable } from 'node:stream'
import { harmless } from '../text/fold.ts'

/** The control sequences that commands themselves use: bold, and to draw a line again. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these begin with one
const ours = /(\u001b\[(?:1|22)m|\r\u001b\[K)/

/** A stream that drops all other control characters: notes and their names may be a stranger's. */
export function harmlessOutput<Stream extends Writable & { readonly isTTY?: boolean }>(
  stream: Stream,
): Stream {
  const clean = (text: string) =>
    stream.isTTY
      ? text
          .split(ours)
          .map((piece, index) => (index % 2 === 1 ? piece : harmless(piece)))
          .join('')
      : harmless(text.replaceAll('\r\n', '\n'))
  const write = (chunk: unknown, ...rest: readonly unknown[]) =>
    Reflect.apply(stream.write, stream, [typeof chunk === 'string' ? clean(chunk) : chunk, ...rest])
  return new Proxy(stream, {
    get(target, key) {
      if (key === 'write') return write
      const value: unknown = Reflect.get(target, key)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
