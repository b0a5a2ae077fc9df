// How far and which way: what a plain sketch is drawn from, and the words beside it.
import { type Away, awayInWords } from '../../../domain/places/away.ts';
import type { PlaceSketch } from '../../navigation/frames/living.ts';
import { LIVING_TEXTS } from '../../texts/living.zh-CN.ts';

const WORDS = LIVING_TEXTS.places;
/** Metres to the outer ring. */
const SCALES = [200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000];
/** Streets are longer than the flight of a crow, and an old person's pace is shorter: metres a minute as the crow flies. */
const PACE = 50;
/** Beyond that nobody walks. */
const WALKABLE = 3000;
/** As `awayInWords` has it. */
const THERE = 30;

export function sketchOf(away: Away): PlaceSketch {
  const { metres, bearing } = away;
  const scale = SCALES.filter((each) => each >= metres)[0] ?? metres;
  const words = [awayInWords(away)];
  if (metres >= THERE && metres <= WALKABLE) words.push(WORDS.walk(Math.ceil(metres / PACE)));
  return { bearing, distance: metres < THERE ? 0 : metres / scale, scale: WORDS.scale(scale), words };
}
