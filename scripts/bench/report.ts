import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { cpus, loadavg, release, totalmem } from 'node:os'

/** One line of the report: what is measured against what, over the same rounds of one run. */
export interface Line {
  /** Of docs/bench.md: P1 to P14, G4 and G5; or what kind of thing it is. */
  goal: string
  what: string
  ours: number[]
  /** What ours is divided by; left out where the figure itself has the limit. */
  theirs?: number[]
  /** The goal is met up to here; with `atLeast` from here on. */
  limit: number
  atLeast?: boolean
  unit: string
  /** Of a goal that was given up: what a profile says stands in the way. Told when it is missed. */
  why?: string
}

export const median = (values: number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** The spread around the median, so that a ratio can be read for what it is worth. */
const deviation = (values: number[]) => {
  const middle = median(values)
  return median(values.map((value) => Math.abs(value - middle)))
}

/** Two builds of the same differ by so much at most, or the run says nothing. */
const LARGEST_NOISE = 1.15

/** By what the medians of two measurements of the same thing differ: 1 is not at all. */
function noiseOf(first: number[], second: number[]): number {
  const [low = 0, high = 0] = [median(first), median(second)].toSorted((a, b) => a - b)
  return high / Math.max(low, 0.001)
}

/**
 * Takes `rounds` of something that is measured twice in each; more, up to twice as many, as long as the two differ by
 * over two thirds of what makes a run invalid.
 */
export async function inRounds<Round>(
  rounds: number,
  take: () => Promise<Round>,
  twice: (round: Round) => readonly [number, number],
): Promise<Round[]> {
  // The first fills what is kept.
  await take()
  const all: Round[] = []
  const noise = () =>
    noiseOf(
      all.map((round) => twice(round)[0]),
      all.map((round) => twice(round)[1]),
    )
  while (
    all.length < rounds ||
    (all.length < 2 * rounds && noise() > 1 + (LARGEST_NOISE - 1) * 0.67)
  )
    all.push(await take())
  return all
}

const figure = (values: number[], unit: string) => {
  const digits = median(values) < 10 ? 2 : 0
  const spread = values.length > 1 ? ` ± ${deviation(values).toFixed(digits)}` : ''
  return `${median(values).toFixed(digits)}${spread} ${unit}`.trim()
}

function rowOf({ goal, what, ours, theirs, limit, atLeast = false, unit }: Line): string[] {
  const value = theirs ? median(ours) / Math.max(median(theirs), 0.001) : median(ours)
  return [
    goal,
    what,
    figure(ours, unit),
    theirs ? figure(theirs, unit) : '',
    value.toFixed(2),
    `${atLeast ? '≥' : '≤'} ${limit}`,
    (atLeast ? value >= limit : value <= limit) ? 'met' : 'missed',
  ]
}

/** Prints each line as it comes, and keeps all of them for docs/bench.md. */
export class Report {
  readonly #rows: string[][] = []
  /** The largest ratio of two measurements of the same thing. */
  #noise = 1
  readonly #seconds: string[] = []
  readonly #brokenOff: string[] = []
  readonly #whys: string[] = []

  add(...lines: Line[]): void {
    for (const line of lines) {
      const row = rowOf(line)
      this.#rows.push(row)
      if (line.why !== undefined && row.at(-1) === 'missed')
        this.#whys.push(`- ${line.goal}, ${line.what}: ${line.why}`)
      const [goal, what, ours, theirs, ratio, limit, verdict] = row
      const figures = theirs ? `${ours} / ${theirs} = ${ratio}` : ours
      console.log(`${goal}  ${what}: ${figures} (${limit}, ${verdict})`)
    }
  }

  /** The same thing measured twice in one run: what they differ by is noise. */
  same(what: string, first: number[], second: number[]): void {
    const ratio = noiseOf(first, second)
    this.#noise = Math.max(this.#noise, ratio)
    console.log(`    noise of ${what}: ${ratio.toFixed(2)}`)
  }

  /** How long a section took, for whoever runs it next. */
  took(section: string, seconds: number): void {
    this.#seconds.push(`${section} ${Math.round(seconds)} s`)
    console.log(`    ${section} took ${Math.round(seconds)} s`)
  }

  /** A section that could not be measured. */
  brokeOff(section: string, error: unknown): void {
    this.#brokenOff.push(section)
    console.error(`${section} broke off:`, error)
  }

  /** Writes the table to `path`, with the machine it was made on and the day. */
  write(path: string): void {
    const cells = (row: string[]) => `| ${row.join(' | ')} |`
    const valid =
      this.#noise <= LARGEST_NOISE
        ? ''
        : ` **Not valid: two measurements of the same thing differ by ${this.#noise.toFixed(2)}.**`
    const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      encoding: 'utf8',
    }).trim()
    writeFileSync(
      path,
      [
        '# Bench',
        '',
        `Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}, after commit ${commit}: ${cpus().length} × ${cpus()[0]?.model ?? '?'}, ` +
          `${Math.round(totalmem() / 2 ** 30)} GB, Linux ${release()}, Node.js ${process.version}, load average ${loadavg()[0]?.toFixed(1)} at the end.` +
          ` In Chromium the CPU is slowed 4 times. Median ± median deviation of interleaved rounds; the same thing measured twice differed by ${this.#noise.toFixed(2)} at most.${valid}`,
        '',
        `Sections: ${this.#seconds.join(', ')}.${this.#brokenOff.length > 0 ? ` **Broke off: ${this.#brokenOff.join(', ')}.**` : ''}`,
        '',
        cells(['goal', 'what', 'ours', 'against', 'ratio', 'limit', 'verdict']),
        cells(Array.from({ length: 7 }, () => '---')),
        ...this.#rows.map(cells),
        '',
        ...(this.#whys.length > 0
          ? ['Missed, and what a profile says stands in the way:', '', ...this.#whys, '']
          : []),
      ].join('\n'),
    )
  }
}
