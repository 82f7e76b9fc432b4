import { describe, expect, test } from 'vitest'
import { readNoteSource, writeNote } from '../../../src/import/corpus/note-file.ts'

const { text, hash } = writeNote({
  id: 'mill',
  title: 'The mill',
  body: 'It turns.\n\n## Parts\n\n- wheels',
  source: { key: 'Day 1 -- The mill', hash: '' },
})
const marker = /<!-- Imported .* -->/.exec(text)?.[0] ?? ''
const known = { key: 'Day 1 -- The mill', hash }

describe('the source of a note that was imported', () => {
  test('is read from the note as it was written', () => {
    expect(readNoteSource(text)).toEqual({ ...known, edited: false })
  })

  test.each([
    ['ends its lines as Windows does', text.replaceAll('\n', '\r\n')],
    ['has no last line break', text.trimEnd()],
    ['has more of them', `${text}\n\n`],
  ])('is that of a note nobody has edited where it %s', (_, changed) => {
    expect(readNoteSource(changed)).toEqual({ ...known, edited: false })
  })

  test('is read from a note without a text, and from one whose text was taken out', () => {
    const [bare, whole] = ['', 'It turns.'].map((body) =>
      writeNote({ id: 'mill', title: 'The mill', body, source: { key: 'mill', hash: '' } }),
    )
    expect(readNoteSource(bare?.text ?? '')).toEqual({ key: 'mill', hash: bare?.hash, edited: false })
    const emptied = (whole?.text ?? '').replace('It turns.', '')
    expect(readNoteSource(emptied)).toEqual({ key: 'mill', hash: whole?.hash, edited: true })
  })

  test.each([
    ['below the marker', `${text}\n- added\n`],
    ['on the line of the marker', text.replace(marker, `${marker} added`)],
    ['above the marker', text.replace(marker, `added\n\n${marker}`)],
    ['at the start of the body', text.replace('It turns', 'It turns round')],
    ['in the title', text.replace('The mill', 'The mill, again')],
  ])('stays known where somebody has edited the note %s', (_, changed) => {
    expect(readNoteSource(changed)).toEqual({ ...known, edited: true })
  })

  test('is that of the last marker, whatever code in the note shows', () => {
    const shown = text.replace('- wheels', '```\n<!-- Imported "other" 0123456789abcdef -->\n```')
    expect(readNoteSource(shown)).toEqual({ ...known, edited: true })
  })

  test('is absent from a note that a person wrote', () => {
    expect(readNoteSource('---\ntitle: x\n---\nIt turns.\n')).toBeUndefined()
  })
})
