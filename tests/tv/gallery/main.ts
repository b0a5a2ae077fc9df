// The gallery: the television without its brain, showing the frame named in the address, or by `gallery.show(name)`.
import { openStage } from '../../../src/tv/stage.ts';
import { writeReport } from '../../../src/tv/ui/report.ts';
import { createTelevision } from '../../../src/tv/ui/television.ts';
import { frames } from './frames.ts';

const query = new URLSearchParams(location.search);
/** A box without a graphics chip. */
if (query.get('webgl') === 'off') {
  const { getContext } = HTMLCanvasElement.prototype;
  const only2d = function (this: HTMLCanvasElement, kind: string) {
    return kind === '2d' ? getContext.call(this, '2d') : null;
  };
  Object.assign(HTMLCanvasElement.prototype, { getContext: only2d });
}

const { root, stage, asset, wake } = await openStage(window, '/tv/');
let pending = 0;
const loaded: string[] = [];
let changedAt = 0;
const changed = () => {
  changedAt = stage.frameCounter;
  wake();
};
const { platform } = stage;
const load = platform.loadSrcTexture.bind(platform);
platform.loadSrcTexture = (options, done) => {
  pending += 1;
  loaded.push(options.src);
  const cancel = load(options, (...answer) => {
    pending -= 1;
    done(...answer);
    changed();
  });
  // A load that is given up never answers.
  return () => {
    pending -= 1;
    cancel?.();
  };
};

const television = createTelevision(root, {
  stage,
  asset,
  picture: (id) => new URL(`/api/pictures/${id}`, location.href).href,
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
});

function show(name: string, elder: boolean, motion: boolean): void {
  const frame = frames(elder)[name];
  if (!frame) throw new Error(`no frame ${name}; there are ${Object.keys(frames(elder)).join(', ')}`);
  const moving = { ...frame, motion };
  television.draw(moving);
  changed();
  stage.once('frameEnd', () => {
    document.getElementById('start')?.remove();
    writeReport(document.documentElement, moving);
  });
}

/** Everything is loaded, uploaded and drawn. */
const settled = (): boolean => pending === 0 && stage.frameCounter > changedAt + 2;

show(query.get('frame') ?? 'home', query.get('type') !== 'normal', query.get('motion') !== 'off');
Object.assign(window, { gallery: { show, settled, stage, loaded, names: Object.keys(frames(true)) } });
