#!/usr/bin/env node
/**
 * Draws the app's icons into `static/` from the one mark: the ring around a face. Run it after changing the mark:
 * `node tests/support/draw-icons.js`.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { root } from '../../src/meeting-point/project.js';
import { launchOptions } from './chromium.js';

/** The tokens `paper`, `ring-fresh` and a lighter clay, as sRGB for every reader of SVG. */
const colours = { paper: '#fcf9f4', arc: '#c66a40', face: '#eab996' };

/**
 * On a square of 100. `scale` leaves a launcher room to cut its own shape: its safe zone is a circle of 80.
 * @param {{ ground: 'none' | 'rounded' | 'full', scale: number, arc: string, face: string }} look
 */
const mark = ({ ground, scale, arc, face }) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">
	${ground === 'none' ? '' : `<rect width="100" height="100" rx="${ground === 'rounded' ? 22 : 0}" fill="${colours.paper}"/>`}
	<g transform="translate(50 50) scale(${scale})">
		<circle r="21" fill="${face}"/>
		<circle r="35" fill="none" stroke="${arc}" stroke-width="6.5" stroke-linecap="round" pathLength="100" stroke-dasharray="79 21" transform="rotate(-90)"/>
	</g>
</svg>
`;

const warm = { arc: colours.arc, face: colours.face };
const rounded = mark({ ground: 'rounded', scale: 0.94, ...warm });
const full = mark({ ground: 'full', scale: 0.86, ...warm });

const shape = mark({ ground: 'none', scale: 0.86, arc: '#000', face: '#000' });

const pictures = [
	{ name: 'icon-192.png', size: 192, svg: rounded },
	{ name: 'icon-512.png', size: 512, svg: rounded },
	{ name: 'icon-maskable-512.png', size: 512, svg: full },
	{ name: 'icon-monochrome-512.png', size: 512, svg: shape },
	// A notification's, beside the clock.
	{ name: 'badge-96.png', size: 96, svg: shape },
	{ name: 'apple-touch-icon.png', size: 180, svg: full }
];

writeFileSync(join(root, 'static/icon.svg'), rounded);

const browser = await chromium.launch(launchOptions());
const page = await browser.newPage();
for (const { name, size, svg } of pictures) {
	await page.setViewportSize({ width: size, height: size });
	await page.setContent(`<style>* { margin: 0 } svg { display: block; width: 100vw }</style>${svg}`);
	await page.screenshot({ path: join(root, 'static', name), omitBackground: true });
}
await browser.close();
