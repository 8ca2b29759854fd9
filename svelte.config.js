import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { root, sourceHash } from './src/meeting-point/project.js';

const base = /** @type {'' | `/${string}`} */ (process.env.KITH_BASE ?? '');

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	compilerOptions: {
		runes: ({ filename }) => (filename.includes('node_modules') ? undefined : true),
		// A scope stands at each element and each rule of a component: the shorter, the less is kept for offline.
		cssHash: ({ hash, filename, css }) => `k${hash(filename === '(unknown)' ? css : filename)}`
	},
	kit: {
		// Every screen is one prerendered shell, so any static host can serve the build; what is shown lives in the query.
		adapter: adapter({ fallback: '404.html', precompress: true }),
		paths: { base, relative: true },
		// The same sources give the same version, so a rebuild offers nobody an update.
		version: { name: sourceHash(root, base) },
		// The page registers it (`state/update.svelte.ts`). Screenshots are for the store's page, not for use offline.
		serviceWorker: {
			register: false,
			files: (file) => !/^(screenshots|icon-(maskable-|monochrome-)?512|apple-touch)/.test(file)
		},
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['none'],
				'script-src': ['self'],
				'worker-src': ['self'],
				'style-src': ['self'],
				// The style attributes of SvelteKit's route announcer and of an item in bits-ui's palette.
				'style-src-attr': [
					'unsafe-hashes',
					'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo=',
					'sha256-iaOezIDcQIoxCULa6FBKKuLUu09R7kG+Mlu+JVfU3Rw='
				],
				'img-src': ['self', 'blob:'],
				'media-src': ['self', 'blob:'],
				'font-src': ['self'],
				// Meeting points that the owner names; what goes there is sealed.
				'connect-src': ['self', 'ws:', 'wss:'],
				'manifest-src': ['self'],
				'form-action': ['self'],
				'base-uri': ['none'],
				'require-trusted-types-for': ['script'],
				'trusted-types': ['svelte-trusted-html', 'sveltekit-trusted-url']
			}
		}
	}
};
