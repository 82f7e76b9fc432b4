import { Writable } from 'node:stream'

/** A stream as a command writes to, a terminal's or not, and what was written to it. */
export function collecting({
  isTTY = false,
  onText = () => {},
}: {
  readonly isTTY?: boolean
  readonly onText?: (text: string) => void
} = {}) {
  let text = ''
  const stream = new Writable({
    write(chunk, _, done) {
      text += chunk
      onText(String(chunk))
      done()
    },
  })
  return { stream: Object.assign(stream, { isTTY }), text: () => text }
}
