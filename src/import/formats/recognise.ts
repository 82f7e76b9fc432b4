import { decodeStrictly } from '../../text/decode-strictly.ts'
import { parseJson } from '../../text/parse-json.ts'
import { encodingOf } from '../read/input.ts'
import { describeBinary } from './other-programs.ts'
import { isPyvideoTalk } from './pyvideo.ts'
import { isTranscript } from './transcript.ts'

export type Format =
  | 'pyvideo-lines'
  | 'json'
  | 'schedule-xml'
  | 'xcal'
  | 'icalendar'
  | 'csv'
  | 'yaml'
  | 'toml'
  | 'html'
  | 'notes'

/**
 * The format of what a file begins with (64 KiB say), by what it holds; or in a few words what it is instead. What no
 * sign tells goes by the name too: lines of JSON, of which the first may be bad or long, tables, TOML and YAML.
 */
export function recognise(head: Buffer, name: string): Format | { readonly unknown: string } {
  if (head.length === 0) return { unknown: 'is empty' }
  const text = readable(head)
  if (text === undefined || beginsLikeProgram.test(text)) return { unknown: describeBinary(name) }
  const start = text.replace(/^\ufeff?\s*/, '')
  if (start === '') return { unknown: 'is empty' }
  if (start.startsWith('#!')) return { unknown: 'is a program' }
  if (/\.(jsonl|ndjson)(\.gz)?$/i.test(name)) return 'pyvideo-lines'
  if (/^BEGIN:VCALENDAR/i.test(start)) return 'icalendar'
  // What Hugo puts before notes may be JSON, and HTML may stand in Markdown.
  if (isMarkdown.test(name)) return 'notes'
  if (start.startsWith('<')) {
    const root = /<(?![?!])([\w:-]+)/.exec(
      start.replace(/<!--[\s\S]*?-->|<!DOCTYPE[^[>]*(\[[\s\S]*?\]\s*)?>/gi, ''),
    )?.[1]
    if (root?.toLowerCase() === 'html' || /^<!doctype html/i.test(start) || /\.x?html?(\.gz)?$/i.test(name))
      return 'html'
    if (root?.toLowerCase() === 'icalendar') return 'xcal'
    return root === 'schedule'
      ? 'schedule-xml'
      : { unknown: root ? `is XML or HTML, but no schedule (it begins with <${root}>)` : 'is no schedule' }
  }
  // It begins with brackets too: `[[talks]]`.
  if (/\.toml(\.gz)?$/i.test(name)) return 'toml'
  // It may be written with brackets, as JSON is, and with a comma behind the last item.
  if (/\.ya?ml(\.gz)?$/i.test(name)) return 'yaml'
  if (beginsLikeJson.test(start) || isJsonName(name)) {
    const isLines =
      encodingOf(head) === 'utf-8' && start.startsWith('{') && start.split('\n', 5).some(isTalkLine)
    return isLines ? 'pyvideo-lines' : 'json'
  }
  if (isTranscript(start))
    return {
      unknown:
        'is a transcript: it needs the talk it belongs to, such as the .info.json of its video beside it',
    }
  return /\.(csv|tsv)(\.gz)?$/i.test(name) ? 'csv' : 'notes'
}

/** Of PDF and RTF, which may look like text. */
const beginsLikeProgram = /^(?:%PDF-|\{\\rtf)/

const isJsonName = (name: string): boolean => /\.json(?:\.gz)?$/i.test(name)

const isMarkdown = /\.(?:md|markdown|mdx|qmd|mdown|mkd)(?:\.gz)?$/i

/** Links of notes (`[[Oar Days]]`) and YAML (`[{title: Tides}]`) have words where JSON has a value. */
const beginsLikeJson = /^[{[][\s{[]*(?:["\]}]|-?\d|(?:null|true|false)\b)/

/** The head as text; a last character may be cut off, and lines of JSON may hold a few bytes that are not UTF-8. */
function readable(head: Buffer): string | undefined {
  const encoding = encodingOf(head)
  if (encoding !== 'utf-8') return decodeStrictly(head.subarray(0, head.length & ~1), encoding)
  if (head.includes(0)) return undefined
  return head.toString('utf8')
}

const isTalkLine = (line: string): boolean => isPyvideoTalk(parseJson(line))
