import fs from 'fs'; import zlib from 'zlib'; import { TraceMap, eachMapping } from '@jridgewell/trace-mapping';
const files=fs.readFileSync('/tmp/files.txt','utf8').split('\n').filter(f=>f.endsWith('.js'));
const tot=new Map(); let gzall=0; const det=[];
for(const f of files){ const p='/tmp/kb/build'+f; const t=fs.readFileSync(p,'utf8'); const g=zlib.gzipSync(t,{level:9}).length; gzall+=g;
 const mp='/tmp/kb/.svelte-kit/output/client'+f+'.map'; const mp2=p+'.map'; const m=fs.existsSync(mp2)?mp2:fs.existsSync(mp)?mp:null; if(!m){det.push([f,g,'nomap']);continue}
 const lines=t.split('\n'); const map=new TraceMap(JSON.parse(fs.readFileSync(m,'utf8'))); const ms=[]; eachMapping(map,x=>ms.push(x)); const by=new Map();
 for(let i=0;i<ms.length;i++){const a=ms[i],b=ms[i+1]; const end=b&&b.generatedLine===a.generatedLine?b.generatedColumn:lines[a.generatedLine-1].length; const n=end-a.generatedColumn; by.set(a.source,(by.get(a.source)||0)+n);}
 const total=[...by.values()].reduce((a,b)=>a+b,0)||1;
 for(const [s,n] of by){ const mm=/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(s||''); const k=mm?mm[1]:(s||'?').replace(/.*\/src\//,'src/'); tot.set(k,(tot.get(k)||0)+n/total*g); }
 det.push([f.split('/').pop(),g,[...by].sort((a,b)=>b[1]-a[1]).slice(0,7).map(([s,n])=>(s||'?').replace(/.*node_modules\//,'').replace(/.*\/src\//,'src/')+':'+n).join(' ')]);
}
for(const d of det.sort((a,b)=>b[1]-a[1]).slice(0,22)) console.log(d.join(' ').slice(0,500));
console.log('TOTAL js', gzall); console.log([...tot].sort((a,b)=>b[1]-a[1]).slice(0,75).map(([k,v])=>v.toFixed(0)+' '+k).join('\n'));
