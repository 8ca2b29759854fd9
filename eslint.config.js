import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

/** Where a clock, chance or the browser's storage would hide what an answer depends on. */
const pureRooms = ['src/lib/{domain,formats,doc,ui}/**'];

const noClock = [
	{
		selector: "NewExpression[callee.name='Date'][arguments.length=0]",
		message: 'Take `today` or `now` as an argument.'
	},
	{
		selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
		message: 'Take `now` as an argument.'
	},
	{
		selector: "MemberExpression[object.name='Math'][property.name='random']",
		message: 'Take what is random as an argument.'
	},
	{ selector: "MemberExpression[property.name='randomUUID']", message: 'Take `newId` as an argument.' }
];

export default ts.config(
	{ ignores: ['build/', '.svelte-kit/', '.cache/', 'src/lib/paraglide/', 'test-results/', 'playwright-report/'] },
	{ linterOptions: { reportUnusedDisableDirectives: 'error' } },
	js.configs.recommended,
	ts.configs.strictTypeChecked,
	svelte.configs.recommended,
	{
		languageOptions: {
			globals: { ...globals.browser, ...globals.node },
			parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] }
		},
		rules: {
			'no-empty': ['error', { allowEmptyCatch: false }],
			'no-restricted-syntax': [
				'error',
				{
					selector: 'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(only|skip|todo)$/]',
					message: 'Every test runs.'
				}
			],
			eqeqeq: 'error',
			'@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
			'@typescript-eslint/no-base-to-string': ['error', { ignoredTypeNames: ['YText'] }],
			'@typescript-eslint/no-non-null-assertion': 'error',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			'@typescript-eslint/restrict-plus-operands': ['error', { allowNumberAndString: true }],
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],

			// The compiler and `svelte-check` know these better than a rule does.
			'no-undef': 'off',
			'svelte/no-unused-svelte-ignore': 'off',
			// An effect names what it follows (`void live.today`), and a promised answer may be there already.
			'@typescript-eslint/no-meaningless-void-operator': 'off',
			'@typescript-eslint/no-confusing-void-expression': 'off',
			'@typescript-eslint/no-invalid-void-type': 'off',
			'@typescript-eslint/require-await': 'off',
			// `Day | ''` tells the reader more than `string` does.
			'@typescript-eslint/no-redundant-type-constituents': 'off',
			// The DOM's types promise what not every browser keeps.
			'@typescript-eslint/no-unnecessary-condition': 'off',
			// Ports are plain objects of functions, which need no `this`; text is cut by code points on purpose.
			'@typescript-eslint/unbound-method': 'off',
			'@typescript-eslint/no-misused-spread': 'off',
			'@typescript-eslint/no-dynamic-delete': 'off',
			'@typescript-eslint/no-extraneous-class': 'off',
			// A map that is made, read and dropped within a function need not be reactive.
			'svelte/prefer-svelte-reactivity': 'off',
			// Addresses are resolved where they are made (`places`, `person-href`), not where they are used.
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser } }
	},
	{
		// Only `svelte-check` knows the types of components.
		files: ['**/*.svelte'],
		rules: {
			'@typescript-eslint/no-unsafe-argument': 'off',
			'@typescript-eslint/no-unsafe-assignment': 'off',
			'@typescript-eslint/no-unsafe-call': 'off',
			'@typescript-eslint/no-unsafe-member-access': 'off',
			'@typescript-eslint/no-unsafe-return': 'off'
		}
	},
	{
		files: pureRooms,
		ignores: ['**/*.test.ts'],
		rules: { 'no-restricted-syntax': ['error', ...noClock] }
	},
	{
		files: ['**/*.js'],
		extends: [ts.configs.disableTypeChecked]
	}
);
