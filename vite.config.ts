import { readFileSync } from 'node:fs';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

/** No message is ever asked for in a language of its own, and the code for it, nine hundred times, is 20 kB. */
const shorterMessages: Plugin = {
	name: 'shorter-messages',
	transform: (code, id) =>
		id.includes('/paraglide/messages/')
			? code
					.replaceAll(', options = {}', '')
					.replaceAll('experimentalStaticLocale ?? options.locale ?? getLocale()', 'getLocale()')
			: null
};

export default defineConfig({
	define: { 'import.meta.env.KITH_VERSION': JSON.stringify(version) },
	plugins: [
		paraglideVitePlugin({
			project: './src/lib/i18n/project.inlang',
			outdir: './src/lib/paraglide',
			strategy: ['localStorage', 'preferredLanguage', 'baseLocale']
		}),
		shorterMessages,
		sveltekit()
	],
	// One file a worker: SvelteKit tells the service worker of workers, but not of chunks that only workers load.
	worker: { format: 'es', rolldownOptions: { output: { codeSplitting: false } } },
	test: {
		include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
		environment: 'node'
	}
});
