import { describe, expect, test } from 'vitest'
import { composeTalk } from '../../../src/import/compose/compose-talk.ts'
import { shownTitle } from '../../../src/import/compose/shown-title.ts'

describe('a title of a record', () => {
  test.each([
    ['<b>Tides that turn</b>', 'Tides that turn'],
    ['<b><i>Tides</i></b>', 'Tides'],
    ['<p>Tides <em>that</em> turn</p>', 'Tides that turn'],
    ['The `<p>` tag <a href="https://oars.example/p.pdf">Slides</a>', 'The `<p>` tag'],
    ['<a href="https://oars.example/tides">Tides that turn</a>', 'Tides that turn'],
    ['Tides <a href="https://oars.example/tides.pdf">Slides</a>', 'Tides'],
    ['Tides (<a href="https://youtu.be/abcdefghijk">video</a>)', 'Tides'],
  ])('is read as a page shows it: %s', (written, title) => {
    expect(shownTitle(written).title).toBe(title)
  })

  test.each([
    'Beyond <div>',
    'Why <br> stays',
    'From <p></p> to <main>',
    'List<T> and Maybe<a>',
    'a < b > c',
    '</b>',
    '<p></p>',
    'Styling the `<a>link</a>` element',
    '`<b>bold</b>` vs `<strong>strong</strong>`',
    'The `<p>` tag: what `<p>x</p>` means',
    '`<b>bold</b>`',
    '<b>bold</b> or <b>bolder</b>',
    'Tides<br>that turn',
  ])('stays as it is if it is on such signs: %s', (title) => {
    expect(shownTitle(title)).toEqual({ title })
  })

  test('gives the talk the link in it, and keeps the key', () => {
    const written = '<b>Tides</b> <a href="https://oars.example/tides">Slides</a>'
    const { title, links, source } = composeTalk(
      {
        key: `/${written}`,
        event: { name: 'Oar Days' },
        title: written,
        kind: 'talk',
        speakers: [],
        tags: [],
        links: [],
        text: { form: 'abstract', value: '' },
      },
      'tides',
      'Oar Days',
    )
    expect(title).toBe('Tides')
    expect(links).toEqual([{ title: 'Slides', url: 'https://oars.example/tides', kind: 'slides' }])
    expect(source.key).toBe(`/${written}`)
  })
})
