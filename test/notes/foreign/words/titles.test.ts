import { expect, test } from 'vitest'
import { titleOfStem } from '../../../../src/notes/foreign/words/titles.ts'

test.each([
  ['Rust-next-to-C++', 'Rust next to C++'],
  ['C++20-modules', 'C++20 modules'],
  ['modern_c++_idioms', 'Modern c++ idioms'],
  ['Rust+and+C+++today', 'Rust and C++ today'],
  ['F#-next-to-C#', 'F# next to C#'],
  ['Knots+tides', 'Knots tides'],
  ['knots--and__tides', 'Knots and tides'],
  ['knots++tides', 'Knots tides'],
  ['Knots-', 'Knots'],
])('a file %s is titled %s', (stem, title) => {
  expect(titleOfStem(stem)).toBe(title)
})
