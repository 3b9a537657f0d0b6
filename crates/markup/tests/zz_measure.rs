//! Measures.
mod bombs;
use std::time::Instant;
#[test]
fn measure() {
    for _ in 0..3 {
        let p = bombs::prose();
        let t = Instant::now();
        let r = markup::render(&p);
        let e = t.elapsed().as_millis();
        let t = Instant::now();
        let _s = markup::standfirst_from(&p);
        println!("{e:6} ms prose + standfirst {} {:?}", t.elapsed().as_millis(), r.too_complex);
    }
    for (name, body) in bombs::bombs() {
        let (e, why, out) = std::thread::Builder::new().stack_size(16 << 20).spawn(move || {
            let t = Instant::now();
            let r = markup::render(&body);
            (t.elapsed().as_millis(), r.too_complex, r.html.len())
        }).unwrap().join().unwrap();
        println!("{e:6} ms {name} {out} {}", why.unwrap_or_default().chars().take(60).collect::<String>());
    }
}
